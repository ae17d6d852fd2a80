"""The queue of an office: what is to be done, by what ends first."""
