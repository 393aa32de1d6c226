"""Who takes which patient; an empty cell is a miss."""
