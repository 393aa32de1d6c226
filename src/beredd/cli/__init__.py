"""The beredd command: verbs of ten lines over the same actions as the pages."""
