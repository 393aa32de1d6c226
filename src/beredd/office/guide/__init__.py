"""What to do right now, one question at a time. Open to everybody, signed in or not."""
