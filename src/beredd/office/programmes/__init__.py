"""Programmes: templates and their use, the builder in which they are written, checked and signed."""
