"""What to do: the routine as a versioned document, whom to reach when, who has read it and where it hangs.

Not here: how it looks on paper (paper) and what is wrong right now (disruption)."""
