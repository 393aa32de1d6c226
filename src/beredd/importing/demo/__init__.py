"""A municipality that does not exist, written as files and read in through the ordinary door.

Modelled on Falkenberg: the municipality's own home care, two private providers under LOV (names of our own) and
Humana. Nobody in it is real; see numbers.py for how we can be sure.
"""
