"""Somebody says on a phone that it does not work: what, where, what the phone could see, what the guide was told."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from beredd.disruption.actions import take_reports
from beredd.disruption.events import REPORT, Guided, ReportBody
from beredd.sync.kinds.kind import Kind
from beredd.sync.wire import NO_NUL, Instant

Name = Annotated[str, Meta(max_length=60, pattern=NO_NUL)]
Word = Annotated[str, Meta(max_length=120, pattern=NO_NUL)]


class Guide(Struct, frozen=True):
    """A run of the routine's guide: the answers that were given."""

    routine: Name
    version: int
    situation: Name
    answers: Annotated[dict[Name, Name], Meta(max_length=40)] = {}


class Report(Struct, frozen=True):
    """`system`: which one, when `kind` is system. `saw`: what the phone could tell of itself.

    `home`: the patient at whose home the coverage is poor; no other report has a patient in it.
    """

    kind: Annotated[str, Meta(min_length=1, max_length=20, pattern=NO_NUL)]
    unit: UUID
    made_at: Instant
    system: Name = ""
    other_device_works: bool | None = None
    saw: Annotated[dict[Name, Word], Meta(max_length=20)] = {}
    guide: Guide | None = None
    home: UUID | None = None


def _read(wire: Report) -> ReportBody:
    guide = wire.guide
    run = Guided(guide.routine, guide.version, guide.situation, dict(guide.answers)) if guide else None
    seen = wire.other_device_works, dict(wire.saw)
    return ReportBody(wire.kind, wire.unit, wire.made_at, wire.system, *seen, run, wire.home)


REPORTS = Kind(REPORT, Report, _read, take_reports)
