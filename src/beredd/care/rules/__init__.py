"""Pure thinking about care: schedules and their occurrences, identities, coverage, what to do if not performed."""
