"""What Home shows, by the kind of organisation."""
