"""Pure thinking about what travels: the chain, the epoch, the scope."""
