"""The helpdesk's answer about a user's authorisation."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.disruption.models import AuthorisationAnswer
from beredd.disruption.rules.authorisation import Need
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.queries import user_card
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission

LONGEST_NOTE = 300


class UnknownUser(Refused):
    """Code `unknown_user`."""

    def __init__(self) -> None:
        super().__init__("unknown_user", N_("There is no such user. Search again."))


class NoReason(Refused):
    """Code `no_reason`: who is refused must know what to have mended."""

    def __init__(self) -> None:
        super().__init__("no_reason", N_("Say what is missing: tick it, or write it in a few words."))


def answer_authorisation(
    *, user: UUID, right: bool, lacking: Sequence[Need], note: str, by: Access, at: datetime
) -> UUID:
    """It reaches the user's phones by itself: the event is about the user. Raises NotAllowed, UnknownUser, NoReason."""
    check(by, Permission.ANSWER_AUTHORISATION)
    if user_card(user) is None:
        raise UnknownUser
    said = note.strip()[:LONGEST_NOTE]
    if not right and not lacking and not said:
        raise NoReason
    needs = [] if right else [need.value for need in Need if need in lacking]
    with transaction.atomic():
        head = lock()
        row = AuthorisationAnswer.objects.create(
            id=new_id(at), user=user, right=right, lacking=needs, note=said, by=by.user, at=at
        )
        body = {"right": right, "lacking": needs, "note": said}
        append([entry("authorisation.answered", by=by, subject=("user", user), at=at, body=body)], head=head)
    return row.id
