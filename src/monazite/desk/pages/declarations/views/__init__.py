"""Views of declarations."""
