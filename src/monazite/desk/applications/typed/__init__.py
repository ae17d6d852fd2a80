"""A form as typed: places in it, rows, what may be stored of it, its hash."""
