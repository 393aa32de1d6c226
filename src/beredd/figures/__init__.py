"""Draws people doing exercises: poses in, SVG out."""
