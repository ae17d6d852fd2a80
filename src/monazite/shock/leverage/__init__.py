"""What measures are worth at the table, to each side; and packages of them."""
