"""Pure thinking about people: roles, access, delegation, initials."""
