"""Home folders: what must be done in the homes of a unit, what lies where, and the card on the patient's page."""
