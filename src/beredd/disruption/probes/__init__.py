"""Trying what can be reached, from here: own link, names, web addresses. Input and output only; nothing is judged."""
