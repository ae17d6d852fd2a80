"""Leads: as those read and work on them who follow up."""
