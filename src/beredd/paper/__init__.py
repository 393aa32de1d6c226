"""How the care looks on paper: sheets that are known one by one, packs, who must have paper and why.

Not here: reading what comes back (scanning), and where in the house a button for it stands (office, cli)."""
