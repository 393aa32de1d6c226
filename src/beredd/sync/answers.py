"""The answer to an event, with a sentence that its maker can read."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.i18n.mark import N_
from beredd.ledger.told import Held
from beredd.signing.rules.review import REASONS, ReviewReason
from beredd.sync.wire import Answer

REFUSALS = {
    "event": N_("This could not be read. It stays on the phone; show it to your manager."),
    "payload": N_("This could not be read. It stays on the phone; show it to your manager."),
    "version": N_("This was made by a newer app. It stays on the phone until the server has been updated."),
    "body": N_("Something is missing in this. It stays on the phone; show it to your manager."),
    "id_taken": N_("Something else has the same number. It stays on the phone; show it to your manager."),
    "fault": N_("The server could not save this one. It stays on the phone; show it to your manager."),
    "box": N_("This was sealed for another server. It stays on the phone; show it to your manager."),
}


def answer(index: int, id: UUID | None, word: str, why: Sequence[str] = ()) -> Answer:
    """`word`: taken, had, held, refused."""
    return Answer(index=index, id=id, answer=word, why=[str(code) for code in why], say=_say(word, why))


def judged(index: int, id: UUID, reasons: Sequence[ReviewReason]) -> Answer:
    """To a signature, or to what we do not know."""
    return answer(index, id, "held" if reasons else "taken", reasons)


def followed(index: int, id: UUID, held: Sequence[Held]) -> Answer:
    """To something else told of."""
    say = " ".join(_(one.say) for one in held)
    return Answer(index=index, id=id, answer="held" if held else "taken", why=[one.code for one in held], say=say)


def _say(word: str, why: Sequence[str]) -> str:
    if word == "refused":
        return _(REFUSALS[why[0]])
    if word == "held":
        return " ".join(_(REASONS[ReviewReason(code)].meaning) for code in why)
    return ""
