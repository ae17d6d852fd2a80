"""What a person sees: templates, styles, views."""
