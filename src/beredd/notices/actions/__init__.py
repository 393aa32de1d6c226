"""What can be done about notices."""

from beredd.notices.actions.answering import AlreadyOver, UnknownTelling, answer, answer_by_link, seen_by_acting
from beredd.notices.actions.duty import HandoverRefused, hand_over
from beredd.notices.actions.phones import BadSubscription, NotYourPhone, PhonesNotTold, agree, decline
from beredd.notices.actions.queue import queue_due
from beredd.notices.actions.telling import tell
from beredd.notices.actions.testing import UnknownRecipient, send_test
from beredd.notices.actions.unsettled import NotLost, send_again
from beredd.notices.actions.writing import write_to

__all__ = [
    "AlreadyOver",
    "BadSubscription",
    "HandoverRefused",
    "NotLost",
    "NotYourPhone",
    "PhonesNotTold",
    "UnknownRecipient",
    "UnknownTelling",
    "agree",
    "answer",
    "answer_by_link",
    "decline",
    "hand_over",
    "queue_due",
    "seen_by_acting",
    "send_again",
    "send_test",
    "tell",
    "write_to",
]
