"""Pure thinking about signatures: what counts, the balance, what must be reviewed."""
