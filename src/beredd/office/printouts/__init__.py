"""Programmes that were printed elsewhere: taken in as PDF for one patient, and shown page by page."""
