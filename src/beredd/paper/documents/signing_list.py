"""The signing lists of one patient: which lines and cells, who may sign, whom to call."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.care.queries import VersionRow
from beredd.care.rules.identity import display_identity
from beredd.care.rules.telephone import display_telephone
from beredd.paper import words
from beredd.paper.calendar import is_free_day
from beredd.paper.documents.draft import Draft, Kind, Standing
from beredd.paper.facts import PatientFacts
from beredd.paper.rules.layout import Line, Page, cells, pages
from beredd.paper.rules.span import Span, columns
from beredd.paper.signing_codes import SigningCode

ROSTER_LINES = 8
LONGEST_DETAIL = 72
UNPLANNED, PLANNED, PAUSED, NO_SUCH_DAY = range(4)


def signing_lists(facts: PatientFacts, span: Span, codes: Sequence[SigningCode]) -> list[Draft]:
    """One sheet, or as many as the lines and days need; none when nothing is planned."""
    sheets = [page for page in pages(facts.planned, columns(span)) if page.lines]
    return [_draft(facts, page, number, codes) for number, page in enumerate(sheets, start=1)]


def _draft(facts: PatientFacts, page: Page, number: int, codes: Sequence[SigningCode]) -> Draft:
    days = [day for day in page.days if day]
    patient, versions = facts.patient, _versions(facts, page)
    return Draft(
        kind=Kind.SIGNING_LIST,
        key=f"{patient.id}/{days[0]}/{number}",
        standing=Standing.ORIGINAL,
        title=_("Signing list"),
        patient=patient.id,
        unit=patient.unit,
        return_to=facts.rehab.name,
        valid_until=days[-1],
        page=page,
        codes=2,
        body={
            "title": _("Signing list"),
            "period": words.period(days[0], days[-1]),
            "unit": f"{facts.unit.name}, {facts.unit.organisation_name}",
            "patient": {"name": patient.name, "identity": display_identity(patient.identity)},
            "where": _where(facts),
            "contacts": contacts(facts, versions.values()),
            "rule": next((text for one in versions.values() if (text := words.if_not_performed(one.content))), ""),
            "roster": _roster(facts),
            "codes": [{"code": one.code, "text": one.text} for one in codes],
            "page": {
                "cells-left": page.cells_left,
                "cell-width": page.cell_width,
                "line-height": page.line_height,
                "boxes-left": page.boxes_left,
                "days": [_day(day) for day in page.days],
                "lines": [_line(line, page, versions[line.prescription, line.version]) for line in page.lines],
            },
        },
        passing={"filled": list(_filled(page, facts.signed))},
    )


def _where(facts: PatientFacts) -> str:
    if not facts.folder.wanted:
        return _("Programme and prescription: with the unit. The patient wants no paper at home.")
    place = ", ".join(filter(None, [facts.tab, facts.folder.place]))
    return _("Programme and prescription: home folder, %(place)s") % {"place": words.short(place, 70)}


def contacts(facts: PatientFacts, versions: Any) -> list[dict[str, str]]:
    """This patient's own licensed professionals, then their unit."""
    own = {
        one.prescribed_by_phone: f"{one.prescribed_by_name}, {one.prescribed_by_title.lower()}"
        for one in versions
        if one.prescribed_by_phone
    }
    unit = {facts.rehab.phone: facts.rehab.name} if facts.rehab.phone else {}
    return [{"phone": display_telephone(phone), "who": who} for phone, who in [*list(own.items())[:2], *unit.items()]]


def _versions(facts: PatientFacts, page: Page) -> dict[tuple[UUID, int], VersionRow]:
    wanted = {(line.prescription, line.version) for line in page.lines}
    return {
        (one.id, version.number): version
        for one in facts.prescriptions
        for version in one.versions
        if (one.id, version.number) in wanted
    }


def _day(day: date | None) -> dict[str, Any] | None:
    if day is None:
        return None
    long, letter = words.weekday_and_day(day), words.weekday_letter(day)
    return {"number": str(day.day), "weekday": letter, "long": long, "free": is_free_day(day)}


def _line(line: Line, page: Page, version: VersionRow) -> dict[str, Any]:
    content = version.content
    told = {
        "when": words.when(line.suffix, content.schedule),
        "what": words.short(content.intervention, 60),
        "detail": words.short(content.instruction, LONGEST_DETAIL),
        "boxes": line.is_boxes,
    }
    if line.is_boxes:
        return {**told, "captions": [_caption(slot) for _at, slot in sorted(line.slots.items())]}
    return {**told, "cells": [_cell(line, page, at) for at in range(len(page.days))]}


def _caption(slot: str) -> str:
    week, number = slot.split("-W")[1].split("/")
    return _("w. %(week)s, time %(n)s") % {"week": int(week), "n": number}


def _cell(line: Line, page: Page, at: int) -> int:
    if page.days[at] is None:
        return NO_SUCH_DAY
    if at in line.paused:
        return PAUSED
    return PLANNED if at in line.slots else UNPLANNED


def _filled(page: Page, signed: Mapping[UUID, str]) -> Iterator[dict[str, Any]]:
    """What was signed on a phone before the paper was made stands there already, so that nobody does it twice."""
    for cell in cells(page) if signed else ():
        if cell.occurrence in signed:
            yield {"line": cell.line, "column": cell.column, "text": signed[cell.occurrence]}


def _roster(facts: PatientFacts) -> list[dict[str, str]]:
    """Everybody when there is room for all and two more; else those who come most often."""
    known = [{"initials": one.initials, "name": one.name} for one in facts.signers if one.initials]
    return (known[: ROSTER_LINES - 2] + [{"initials": "", "name": ""}] * ROSTER_LINES)[:ROSTER_LINES]
