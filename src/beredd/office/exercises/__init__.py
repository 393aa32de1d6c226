"""The exercise library that comes with Beredd, for everybody to see and to print."""
