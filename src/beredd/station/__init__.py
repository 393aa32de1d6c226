"""A station: a unit's computer that looks from where it stands, tells the server, and shows how it stands to its unit.

It keeps the last that it knew, and shows it with its age when the server is gone. No patients are on it.
"""
