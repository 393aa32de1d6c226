"""Judges: no Django, no clock, no I/O."""
