"""What happened, as models: the trade before each measure that the simulator is held against."""
