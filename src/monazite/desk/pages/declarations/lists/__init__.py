"""Lists of declarations: a firm's own, and the queue of a customs office."""
