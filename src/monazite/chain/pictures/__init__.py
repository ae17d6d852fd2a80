"""Results of the chain as pictures, each with a text that says the same and the table behind."""
