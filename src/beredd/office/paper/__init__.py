"""Paper: what to print, for which days, and the file."""
