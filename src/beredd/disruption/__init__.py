"""What is wrong, for whom, whose it is, what is decided, who is told: reports, probes, diagnosis, incidents, notices.

Not here: what to do (routine), how it looks on paper (paper)."""
