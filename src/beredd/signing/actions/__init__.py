"""What can be done with signatures: take them in, sign at a desk, decide on what is held."""

from beredd.signing.actions.decide import decide
from beredd.signing.actions.follow_up import note_follow_up
from beredd.signing.actions.sign import sign
from beredd.signing.actions.take import take

__all__ = ["decide", "note_follow_up", "sign", "take"]
