"""Batches: as their firm keeps them and those see them who follow up."""
