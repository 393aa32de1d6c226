"""A patient's prescriptions and pauses in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import PatientRow, PauseRow, PrescriptionRow, VersionRow
from beredd.care.rules.identity import display_identity
from beredd.care.rules.prescription import Basis, Content
from beredd.care.rules.schedule import schedule_to_json
from beredd.clock import local_day
from beredd.office.words import programmes, schedule, states, times
from beredd.office.words.prescriptions import basis, if_not_performed

Delegated = Callable[[str], int]  # task → how many in the unit have a valid delegation for it


@dataclass(frozen=True, slots=True)
class Patient:
    id: UUID
    name: str
    identity: str
    protected: bool
    unit: str
    rehab_unit: str
    address: str
    phone: str
    door_note: str
    url: str


@dataclass(frozen=True, slots=True)
class Prescription:
    """As it is in force now; `changes` says when a later version takes over."""

    id: UUID
    intervention: str
    schedule: str
    window: str
    instruction: str
    period: str
    basis: str
    if_not_performed: str
    prescribed: str
    programme: programmes.Programme | None
    versions: int
    warnings: Sequence[str]
    changes: str
    over: bool
    versions_url: str
    change_url: str
    end_url: str


@dataclass(frozen=True, slots=True)
class Pause:
    id: UUID
    reason: str
    period: str
    set: str
    now: bool
    open: bool


def patient(row: PatientRow) -> Patient:
    return Patient(
        id=row.id,
        name=row.name,
        identity=display_identity(row.identity),
        protected=row.protected,
        unit=row.unit_name,
        rehab_unit=row.rehab_unit_name,
        address=row.address,
        phone=row.phone,
        door_note=row.door_note,
        url=reverse("office:patient", args=[row.id]),
    )


def prescriptions(
    rows: Sequence[PrescriptionRow], *, now: datetime, delegated: Delegated
) -> Mapping[str, Sequence[Prescription]]:
    """In force, coming and ended, by the version that holds now."""
    sorted_out: dict[str, list[Prescription]] = {"in_force": [], "coming": [], "ended": []}
    today = local_day(now)
    for row in rows:
        content = row.in_force(now).content
        if content.ends_on is not None and content.ends_on < today:
            when = "ended"
        else:
            when = "coming" if content.starts_on > today else "in_force"
        sorted_out[when].append(prescription(row, now=now, over=when == "ended", delegated=delegated))
    return sorted_out


def prescription(row: PrescriptionRow, *, now: datetime, over: bool, delegated: Delegated) -> Prescription:
    version = row.in_force(now)
    content = version.content
    plan = schedule_to_json(content.schedule)
    at = {name: reverse(f"office:{name}", args=[row.patient, row.id]) for name in ("versions", "change", "end")}
    return Prescription(
        id=row.id,
        intervention=content.intervention,
        schedule=schedule.schedule(plan),
        window=schedule.window(plan),
        instruction=content.instruction,
        period=times.period(content.starts_on, content.ends_on),
        basis=basis(content),
        if_not_performed=if_not_performed(content),
        prescribed=_prescribed(version, now),
        programme=programmes.programme(version.programme) if version.programme else None,
        versions=len(row.versions),
        warnings=[] if over else _warnings(content, delegated),
        changes=_changes(row, now),
        over=over,
        versions_url=at["versions"],
        change_url=at["change"],
        end_url=at["end"],
    )


def pause(row: PauseRow, *, now: datetime) -> Pause:
    started, ended = row.starts_at <= now, row.ends_at is not None and row.ends_at <= now
    start = times.moment(row.starts_at, now=now)
    if row.ends_at is None:
        period = _("from %(start)s until further notice") % {"start": start}
    else:
        period = _("%(start)s to %(end)s") % {"start": start, "end": times.moment(row.ends_at, now=now)}
    return Pause(
        id=row.id,
        reason=states.reason(row.reason),
        period=period,
        set=_("%(who)s, %(when)s") % {"who": row.set_by_name, "when": times.moment(row.set_at, now=now)},
        now=started and not ended,
        open=not ended,
    )


def counted(shown: Page[PatientRow]) -> str:
    every = shown.paginator.count
    if shown.has_other_pages():
        words = _("%(first)s–%(last)s of %(every)s patients")
        return words % {"first": shown.start_index(), "last": shown.end_index(), "every": every}
    return ngettext("%(n)s patient", "%(n)s patients", every) % {"n": every}


def _prescribed(version: VersionRow, now: datetime) -> str:
    who = f"{version.prescribed_by_name}, {version.prescribed_by_title}".strip(", ")
    return f"{who}, {times.moment(version.prescribed_at, now=now)}"


def _warnings(content: Content, delegated: Delegated) -> list[str]:
    if content.basis is Basis.DELEGATION and not delegated(content.task):
        text = _(
            "Nobody in the unit has a valid delegation for %(task)s. Care goes on; signatures are put up for review."
        )
        return [text % {"task": content.task}]
    return []


def _changes(row: PrescriptionRow, now: datetime) -> str:
    later = [version for version in row.versions if version.effective_at > now]
    if not later:
        return ""
    return _("A change holds from %(when)s.") % {"when": times.moment(later[0].effective_at, now=now)}
