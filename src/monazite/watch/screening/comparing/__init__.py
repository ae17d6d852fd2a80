"""Asked parties against every name of the lists that are held: who may be meant, how likely."""
