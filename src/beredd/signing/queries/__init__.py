"""What is known of signatures."""

from beredd.signing.queries.day import DayLine, balance, patient_lines
from beredd.signing.queries.follow_up import FollowUpRow, follow_up
from beredd.signing.queries.followed import FollowedRow, follow_ups
from beredd.signing.queries.history import SignatureRow, patient_history, recent_signatures, standing_signatures
from beredd.signing.queries.review import ReviewRow, review_count, review_queue

__all__ = [
    "DayLine",
    "FollowUpRow",
    "FollowedRow",
    "ReviewRow",
    "SignatureRow",
    "balance",
    "follow_up",
    "follow_ups",
    "patient_history",
    "patient_lines",
    "recent_signatures",
    "review_count",
    "review_queue",
    "standing_signatures",
]
