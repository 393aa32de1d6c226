"""A prescription's versions side by side, with what changed from each to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from beredd.care.queries import VersionRow
from beredd.care.rules.schedule import schedule_to_json
from beredd.office.words import schedule, times
from beredd.office.words.prescriptions import basis, if_not_performed


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    cells: Sequence[Cell]


def titles(versions: Sequence[VersionRow]) -> list[str]:
    return [_("Version %(n)s") % {"n": version.number} for version in versions]


def rows(versions: Sequence[VersionRow]) -> list[Row]:
    """Who and when differ always, so only what was prescribed is marked."""
    told = [Row(label, _cells([say(version) for version in versions], marked=True)) for label, say in _fields()]
    made = [_made(version) for version in versions]
    holds = [times.full_moment(version.effective_at) for version in versions]
    return [
        *told,
        Row(_("Holds from"), _cells(holds, marked=False)),
        Row(_("Prescribed by"), _cells(made, marked=False)),
    ]


def _fields() -> list[tuple[str, Callable[[VersionRow], str]]]:
    return [
        (_("Intervention"), lambda version: version.content.intervention),
        (_("Exercise programme"), _programme),
        (_("How often"), _schedule),
        (_("Instruction to the performer"), lambda version: version.content.instruction or "–"),
        (_("Period"), lambda version: times.period(version.content.starts_on, version.content.ends_on)),
        (_("Basis"), lambda version: basis(version.content)),
        (_("If it is not performed"), lambda version: if_not_performed(version.content)),
    ]


def _cells(texts: Sequence[str], *, marked: bool) -> list[Cell]:
    before = [texts[0], *texts[:-1]]
    return [Cell(text, marked and text != earlier) for text, earlier in zip(texts, before, strict=True)]


def _programme(version: VersionRow) -> str:
    if version.programme is None:
        return _("No programme")
    return _("%(name)s, version %(n)s") % {"name": version.programme.name, "n": version.programme.number}


def _schedule(version: VersionRow) -> str:
    plan = schedule_to_json(version.content.schedule)
    return "\n".join(line for line in (schedule.schedule(plan), schedule.window(plan)) if line)


def _made(version: VersionRow) -> str:
    return f"{version.prescribed_by_name}, {times.full_moment(version.prescribed_at)}"
