"""Made-up parties that are on no list: what a threshold is calibrated on, where no others are."""
