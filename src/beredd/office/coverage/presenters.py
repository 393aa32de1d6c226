"""The coverage board in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import CoverRow
from beredd.care.rules.coverage import Cover
from beredd.office.words import schedule, times


@dataclass(frozen=True, slots=True)
class Row:
    """`miss`: nobody takes the patient and nobody has decided to skip; `skipped` is why nobody goes."""

    patient: UUID
    name: str
    planned: str
    performer: UUID | None
    performer_name: str
    skipped: str
    miss: bool
    decided: str


@dataclass(frozen=True, slots=True)
class Board:
    verdict: str
    counted: str
    rows: Sequence[Row]
    error: str


def board(rows: Sequence[CoverRow], *, now: datetime, error: str = "") -> Board:
    """Misses first, then by name."""
    shown = sorted((_row(row, now) for row in rows), key=lambda row: (not row.miss, row.name))
    misses = sum(row.miss for row in shown)
    return Board(
        verdict=_verdict(len(shown), misses),
        counted=ngettext("%(n)s patient has something planned.", "%(n)s patients have something planned.", len(shown))
        % {"n": len(shown)},
        rows=shown,
        error=error,
    )


def _verdict(total: int, misses: int) -> str:
    if not total:
        return _("Nothing is planned this day.")
    if not misses:
        return _("Every patient is covered.")
    return ngettext("%(n)s patient has nobody.", "%(n)s patients have nobody.", misses) % {"n": misses}


def _row(row: CoverRow, now: datetime) -> Row:
    return Row(
        patient=row.patient.id,
        name=row.patient.name,
        planned=", ".join(dict.fromkeys(schedule.slot(one.occurrence.slot) for one in row.planned)),
        performer=row.performer,
        performer_name=row.performer_name,
        skipped=row.skip_reason,
        miss=row.cover is Cover.MISS,
        decided=_decided(row, now),
    )


def _decided(row: CoverRow, now: datetime) -> str:
    if row.decided_at is None:
        return ""
    return _("%(who)s, %(when)s") % {"who": row.decided_by_name, "when": times.moment(row.decided_at, now=now)}
