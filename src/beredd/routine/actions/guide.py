"""Keeping the answers that somebody gave the guide, so that a report of a disruption can be made of them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import NAMESPACE_BEREDD
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.routine.actions.stand import version_of
from beredd.routine.models import GuideRun
from beredd.routine.queries.standing import text_of, told
from beredd.routine.rules.routine import EMPLOYER, ROLE

SAME = timedelta(
    minutes=5
)  # what is sent again within this is what is there: a double click, or somebody who floods us

# Who has not signed in: no rights, and a name of its own in the ledger.
ANYBODY = Access(user=UUID(int=1), name="anybody", memberships=())


class NotOfTheRoutine(Refused):
    """Code `not_of_the_routine`: a situation or an answer that the version does not know."""

    def __init__(self) -> None:
        super().__init__(
            "not_of_the_routine", N_("The answers are not of this routine. Begin again and answer once more.")
        )


def keep_run(*, version: UUID, situation: str, answers: Mapping[str, str], by: Access, at: datetime) -> UUID:
    """`answers`: question → option, about the reader and what was observed. Raises UnknownVersion, NotOfTheRoutine."""
    row = version_of(version)
    routine = told(text_of(row.id), row.routine.slug)
    options = {one.id: {option.id for option in one.options} for one in routine.questions}
    known = all(option in options.get(question, ()) for question, option in answers.items())
    if not known or situation not in {one.id for one in routine.situations}:
        raise NotOfTheRoutine
    given = dict(sorted(answers.items()))
    id = uuid5(NAMESPACE_BEREDD, f"guide:{version}:{situation}:{given}:{int(at.timestamp() // SAME.total_seconds())}")
    with transaction.atomic():
        head = lock()
        told_about_reader = {"role": given.get(ROLE, ""), "employer": given.get(EMPLOYER, "")}
        _, new = GuideRun.objects.get_or_create(
            id=id, defaults={"version": row, "situation": situation, "answers": given, "at": at, **told_about_reader}
        )
        if new:
            body = {"number": row.number, "situation": situation, "answers": given}
            append([entry("guide.kept", by=by, subject=("guide", id), at=at, body=body)], head=head)
    return id
