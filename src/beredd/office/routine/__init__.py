"""Routines: reading, writing, deciding, who knows them and where they hang."""
