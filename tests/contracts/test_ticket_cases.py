"""What a ticket says, in both languages, for each case in contract/cases/tickets.json."""

from typing import Any

import pytest
from django.utils.translation import gettext, override
from tests.contracts.cases import cases

from beredd.disruption.rules.incident import State
from beredd.disruption.rules.ticket import TicketFacts, holds_personal_number, subject, text

USUAL: dict[str, Any] = {
    "system": "ExorLive",
    "state": "confirmed",
    "units": [],
    "since": "2026-11-23 09:00",
    "reports": 0,
    "devices": 0,
    "evidence": "",
    "other_device_tried": False,
    "decisions": [],
    "name": "Hugo Hjelm",
    "title": "",
    "phone": "",
    "reference": "4F9A2C",
}


def facts(said: dict[str, Any]) -> TicketFacts:
    whole = {**USUAL, **said}
    lists = {name: tuple(whole[name]) for name in ("units", "decisions")}
    return TicketFacts(**{**whole, **lists, "state": State(whole["state"])})


WRITTEN = [
    pytest.param(one, language, id=f"{one['name']}, {language}")
    for one in cases("tickets")
    for language in ("sv", "en")
    if language in one
]


@pytest.mark.parametrize(("case", "language"), WRITTEN)
def test_the_ticket_says_what_is_known(case: dict[str, Any], language: str) -> None:
    given = facts(case["facts"])
    with override(language):
        said, params = subject(given)
        assert [gettext(said) % params, *(gettext(line) % filled for line, filled in text(given))] == case[language]


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("Greta 19121212-1212 får inte upp sitt program", True),
        ("121212-1212", True),
        ("121212+1212", True),
        ("1212121212", True),
        ("121212-1213", False),  # the check digit is wrong
        ("Ring 070-174 06 01 eller 08-525 070 88", False),
        ("Ärende 2026112300012345", False),
        ("sedan 2026-11-23 09:00", False),
    ],
)
def test_personal_numbers_are_found(said: str, is_one: bool) -> None:
    assert holds_personal_number(said) is is_one
