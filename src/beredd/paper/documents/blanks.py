"""Papers to fill in by hand, for when no system can be reached. They are numbered like all others."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from beredd.i18n.mark import N_
from beredd.paper.documents.draft import Draft, Kind, Standing
from beredd.paper.documents.signing_list import ROSTER_LINES
from beredd.paper.rules.layout import DAYS_WIDTH, GRID_BOTTOM, GRID_TOP, LEAST_WIDTH, RIGHT
from beredd.paper.signing_codes import SigningCode

LINES = 5
QUESTIONS: list[tuple[str, tuple[str, ...], int]] = [  # what is asked, what to tick, millimetres
    (N_("Which day, from when to when?"), (), 13),
    (N_("What did not work?"), (N_("Appva MCSS"), N_("ExorLive"), N_("phones"), N_("coverage"), N_("computers")), 13),
    (N_("How was it noticed, and by whom?"), (), 22),
    (N_("Which unit, and about how many patients?"), (), 13),
    (N_("Was anything not performed? For whom, and which licensed professional was told when?"), (), 34),
    (N_("What was done instead?"), (N_("signed on paper"), N_("signed later"), N_("called")), 26),
    (N_("Who was told? Name, telephone, time"), (), 22),
    (N_("Case number at IT support"), (), 13),
    (N_("What should be done differently next time?"), (), 26),
    (N_("Written by: name, role, day and time, signature"), (), 16),
]


def blank_list(number: int, codes: Sequence[SigningCode]) -> Draft:
    """A whole month without names; every cell is white."""
    height = round((GRID_BOTTOM - GRID_TOP) / LINES, 3)
    lines = [{"when": "", "what": "", "detail": "", "boxes": False, "cells": [1] * 31} for _line in range(LINES)]
    return Draft(
        kind=Kind.BLANK_LIST,
        key=f"blank/{number}",
        standing=Standing.ORIGINAL,
        title=_("Signing list, blank"),
        codes=2,
        body={
            "title": _("Signing list"),
            "period": _("Month: %(line)s") % {"line": "…" * 9},
            "unit": _("Unit: %(line)s") % {"line": "…" * 14},
            "patient": {"name": "…" * 13, "identity": "…" * 13},
            "where": _("Name and personal number of the patient"),
            "contacts": [{"phone": "…" * 9, "who": "…" * 9}] * 2,
            "rule": "",
            "roster": [{"initials": "", "name": ""}] * ROSTER_LINES,
            "codes": [{"code": one.code, "text": one.text} for one in codes],
            "page": {
                "cells-left": RIGHT - DAYS_WIDTH,
                "cell-width": LEAST_WIDTH,
                "line-height": height,
                "boxes-left": RIGHT - DAYS_WIDTH,
                "days": [{"number": str(day), "weekday": "", "long": str(day), "free": False} for day in range(1, 32)],
                "lines": lines,
            },
        },
        passing={"filled": []},
    )


def blank_programme(number: int) -> Draft:
    return Draft(
        kind=Kind.BLANK_PROGRAMME,
        key=f"blank/{number}",
        standing=Standing.COPY,
        title=_("Exercise programme, blank"),
        body={
            "title": _("Exercise programme"),
            "under": _("Filled in by a licensed professional"),
        },
    )


def report(number: int) -> Draft:
    """What happened during a disruption, for whoever follows it up."""
    questions: list[dict[str, Any]] = [
        {"text": _(text), "choices": [_(one) for one in choices], "height": height}
        for text, choices, height in QUESTIONS
    ]
    return Draft(
        kind=Kind.REPORT,
        key=f"report/{number}",
        standing=Standing.ORIGINAL,
        title=_("Incident report"),
        return_to=_("the unit manager"),
        body={
            "title": _("Incident report"),
            "under": _("Write what you know. Leave the rest. No names of patients outside the box that asks for them."),
            "questions": questions,
        },
    )


def card(contacts: Sequence[tuple[str, str]], *, note: str) -> Draft:
    """`contacts`: number and who it is, most important first; at most seven have room."""
    return Draft(
        kind=Kind.CARD,
        key="card",
        standing=Standing.COPY,
        title=_("Contact card"),
        body={
            "title": _("Contact card"),
            "under": _("Cut along the lines. One for each pocket."),
            "head": _("When the phone's programs do not work"),
            "contacts": [{"phone": phone, "who": who} for phone, who in contacts[:7]],
            "note": note,
        },
    )
