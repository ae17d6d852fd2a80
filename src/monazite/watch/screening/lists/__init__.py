"""Lists of parties: readers of their publishers' files, and every version that was ever loaded."""
