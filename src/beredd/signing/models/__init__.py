"""The tables of signing, a file each."""

from beredd.signing.models.follow_up import FollowUp
from beredd.signing.models.review import ReviewDecision, ReviewItem
from beredd.signing.models.signature import Signature

__all__ = ["FollowUp", "ReviewDecision", "ReviewItem", "Signature"]
