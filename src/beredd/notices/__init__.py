"""Who is told, how, and how it fared: an outbox that loses nothing, channels, groups on duty, escalation.

Not here: what there is to tell (disruption, routine). No patient is ever in a notice."""
