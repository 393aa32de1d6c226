"""Sheets: how many are where, one of them by its number, and what has become of it."""
