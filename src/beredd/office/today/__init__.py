"""The unit's day and its balance."""
