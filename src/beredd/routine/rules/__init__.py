"""What a routine is, whom to reach when, and what to do now: pure functions over a routine that has been read."""
