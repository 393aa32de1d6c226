"""For whom and what: patients, exercises, programmes, prescriptions with versions, and the occurrences they plan.

Not here: what was done (signing) and how it looks on paper."""
