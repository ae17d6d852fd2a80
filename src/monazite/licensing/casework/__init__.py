"""How an office handles a file: routing, advice, decisions, terms, clocks; pure rules."""
