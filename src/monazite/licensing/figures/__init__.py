"""Honest figures about casework: counts, shares, waiting times, a forecast, and one report.

Pure: what is known of the cases comes in, values with their definitions go out.
"""
