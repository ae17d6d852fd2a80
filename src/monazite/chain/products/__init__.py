"""What a product holds, part by part, and on whom that stands."""
