"""Safety boxes: which there are, what is out of date in each, printing it anew, filling it, looking through it."""
