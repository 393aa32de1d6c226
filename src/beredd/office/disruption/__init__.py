"""Disruptions: what is wrong, for whom, what has been decided and what may be done about it now."""
