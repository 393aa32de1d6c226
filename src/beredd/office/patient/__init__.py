"""One patient: who, what is prescribed, what was done."""
