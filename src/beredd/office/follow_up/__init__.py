"""How it has gone for a patient over time: drawn, in tables, on paper; and noted as followed up."""
