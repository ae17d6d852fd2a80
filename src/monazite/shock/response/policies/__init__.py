"""What a planner may do, each as columns of its own."""
