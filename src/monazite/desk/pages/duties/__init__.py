"""Duties after the exit: as their exporter reports them and the offices see them."""
