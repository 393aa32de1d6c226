"""Reads a municipality from files: parse, check everything, then act; nothing is half imported."""
