"""Pure thinking about a routine: how it is read, what it advises, where it stands, who must know it."""
