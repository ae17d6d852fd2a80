"""Posts that lost their line: signed licences to carry, and movements brought back."""
