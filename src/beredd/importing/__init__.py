"""Reads a municipality from files: parse, check everything, then act; nothing is half imported.

Not here: what a screen shows, and any table. All that is stored goes through the actions of people and care.
"""
