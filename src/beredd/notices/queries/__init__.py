"""What is known of notices."""

from beredd.notices.queries.groups import GroupRow, Place, StandInRow, groups, recipients
from beredd.notices.queries.outbox import NoticeRow, TellingRow, fate_of, lost_count, telling, tellings

__all__ = [
    "GroupRow",
    "NoticeRow",
    "Place",
    "StandInRow",
    "TellingRow",
    "fate_of",
    "groups",
    "lost_count",
    "recipients",
    "telling",
    "tellings",
]
