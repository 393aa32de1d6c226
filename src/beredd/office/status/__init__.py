"""How the systems stand, for everybody, without sign-in."""
