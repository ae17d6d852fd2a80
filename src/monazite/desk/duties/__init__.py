"""What is to be reported after goods have left: arrival, installation, use."""
