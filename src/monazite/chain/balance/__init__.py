"""Mass balance of an element in a year: gaps filled, figures that disagree brought together."""
