"""What is known of notices."""

from beredd.notices.queries.groups import GroupRow, Place, StandInRow, groups, recipients
from beredd.notices.queries.outbox import NoticeRow, TellingRow, fate_of, lost_count, telling, tellings
from beredd.notices.queries.phones import is_told, push_key

__all__ = [
    "GroupRow",
    "NoticeRow",
    "Place",
    "StandInRow",
    "TellingRow",
    "fate_of",
    "groups",
    "is_told",
    "lost_count",
    "push_key",
    "recipients",
    "telling",
    "tellings",
]
