"""How phones have reached out from a patient's home, drawn over time, and whether paper is to lie there."""
