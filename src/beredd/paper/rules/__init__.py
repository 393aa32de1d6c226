"""Pure judgement: which paper, for whom, over which days, and where on it each occurrence stands."""
