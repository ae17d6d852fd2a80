"""Mines and plants that may come: a dated table with sources, which users extend by CSV."""
