"""Materials that are asked about as one and are several: added up where they are asked for."""
