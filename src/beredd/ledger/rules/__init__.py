"""Pure thinking about the chain."""
