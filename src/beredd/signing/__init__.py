"""What was done: signatures, corrections, what must be reviewed, and the balance of the day.

Not here: how a signature travels (sync)."""
