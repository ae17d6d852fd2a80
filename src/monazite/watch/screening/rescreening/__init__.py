"""What a change of the lists does to the parties that were screened before."""
