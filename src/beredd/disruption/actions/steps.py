"""Ticking the steps of the routine in an incident: at a desk, on a phone without network, on paper entered later."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext

from beredd.disruption.actions.incidents import UnknownIncident, incident_of, units_of
from beredd.disruption.events import StepBody
from beredd.disruption.models import Incident, StepDone
from beredd.disruption.reach import reaches, works_in
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import Head, append, lock
from beredd.ledger.told import Held, Told
from beredd.people.events import entry
from beredd.people.queries import access_of, names
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission


class NotTheirUnit(Refused):
    """Code `not_their_unit`: the steps of a unit are ticked by those who work in it or handle its disruptions."""

    def __init__(self) -> None:
        super().__init__("not_their_unit", N_("Only those who work in a unit that is concerned tick its steps."))


class DoneInTheFuture(Refused):
    """Code `done_at`."""

    def __init__(self) -> None:
        super().__init__("done_at", N_("The step cannot have been done later than now. Choose an earlier time."))


class NobodyNamed(Refused):
    """Code `done_by`."""

    def __init__(self) -> None:
        super().__init__("done_by", N_("Write who did it, as it stands on the paper."))


def tick(said: StepBody, *, by: Access, at: datetime) -> None:
    """By whoever sits at the desk. Raises UnknownIncident, NotTheirUnit, DoneInTheFuture."""
    _write(said, done_by=by.name, channel="office", by=by, at=at)


def enter_from_paper(said: StepBody, *, done_by: str, by: Access, at: datetime) -> None:
    """What stands on a printed checklist, with the name and the time on it. Raises NobodyNamed, and as tick."""
    name = done_by.strip()
    if not name or len(name) > 120:
        raise NobodyNamed
    _write(said, done_by=name, channel="paper", by=by, at=at)


def take_steps(told: Sequence[Told[StepBody]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    """As phones have kept them. What cannot be followed is in the ledger all the same."""
    known = {one.id: one for one in Incident.objects.filter(id__in={one.body.incident for one in told})}
    people = names({one.by for one in told})
    held: dict[UUID, Sequence[Held]] = {}
    rows = []
    for one in told:
        try:
            _check(known.get(one.body.incident), one.body.unit, access_of(one.by, at=at))
        except Refused as refused:
            held[one.id] = [Held(refused.code, gettext(refused.text))]
        else:
            who = people.get(one.by, "")
            rows.append(_row(one.id, one.body, done_by=who, by=one.by, channel="phone", at=at))
    append(
        [
            one.entry(
                subject=("incident", one.body.incident), unit=one.body.unit, happened_at=min(one.body.done_at, at)
            )
            for one in told
        ],
        head=head,
    )
    StepDone.objects.bulk_create(rows)
    return held


def _write(said: StepBody, *, done_by: str, channel: str, by: Access, at: datetime) -> None:
    _check(incident_of(said.incident), said.unit, by)
    if said.done_at > at:
        raise DoneInTheFuture
    with transaction.atomic():
        head = lock()
        row = _row(new_id(at), said, done_by=done_by, by=by.user, channel=channel, at=at)
        row.save(force_insert=True)
        body = {**said.kept(), "done_at": said.done_at, "done_by": done_by, "channel": channel}
        subject = ("incident", said.incident)
        append([entry("incident.step", by=by, subject=subject, at=at, body=body, unit=said.unit)], head=head)


def _row(id: UUID, said: StepBody, *, done_by: str, by: UUID, channel: str, at: datetime) -> StepDone:
    done_at = min(said.done_at, at)  # a clock that is fast does not make it later than now
    return StepDone(
        id=id,
        incident_id=said.incident,
        **said.kept(),
        done_at=done_at,
        done_by=done_by,
        by=by,
        entered_at=at,
        channel=channel,
    )


def _check(incident: Incident | None, unit: UUID, by: Access) -> None:
    if incident is None:
        raise UnknownIncident
    units = units_of(incident)
    concerned = units is None or unit in units
    if not concerned or not (works_in(by, unit) or reaches(by, Permission.HANDLE_DISRUPTIONS, [unit])):
        raise NotTheirUnit
