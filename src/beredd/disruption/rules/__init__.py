"""Pure thinking about disruptions: what was observed, what depends on what, what it means, how an incident goes on."""
