"""What a planner may do, out of assumptions and projects: stores, plants, programmes, goods."""
