"""Python's side of contract/cases/advice.json and contacts.json, and of the routines that both sides read."""

from typing import Any

import pytest
from scripts import contact_twins
from scripts.routine_contract import FIRST, FOLDER, LAST, compiled
from tests.contracts import routine_words as words
from tests.contracts.cases import cases

from beredd.routine.calendar import days
from beredd.routine.plain import from_plain, to_plain
from beredd.routine.rules.advice import Reader, advise
from beredd.routine.rules.contacts import reach
from beredd.routine.tests.routines import routine

Case = dict[str, Any]


def case_id(case: Case) -> str:
    return str(case.get("namn") or "{vem} {anställd} {läge} {svar} {när}".format(**case))


@pytest.mark.parametrize("case", cases("advice"), ids=case_id)
def test_advice(case: Case) -> None:
    found = routine(case["rutin"])
    reader = Reader(words.ROLES[case["vem"]], words.EMPLOYERS[case["anställd"]])
    began = words.moment(case["sedan"]) if "sedan" in case else None
    calendar = days(found.calendar, FIRST, LAST)
    now = words.moment(case["när"])
    given = advise(found, reader, case["läge"], case["svar"], now=now, days=calendar, began_at=began)
    assert words.answer(given) == {name: case[name] for name in ("gäller", "fråga", "steg")}


@pytest.mark.parametrize("case", cases("contacts"), ids=case_id)
def test_contacts(case: Case) -> None:
    found = routine(case["rutin"])
    given = reach(
        found,
        found.contact(case["kontakt"]),
        now=words.moment(case["när"]),
        days=days(found.calendar, FIRST, LAST),
    )
    assert words.contact(given) == case["svar"]


def test_the_twins_by_chance_are_what_python_says() -> None:
    assert contact_twins.FILE.read_text() == contact_twins.text(), "run: python scripts/contact_twins.py"


def test_there_is_a_row_for_every_situation_role_and_employer() -> None:
    rows = [case for case in cases("advice") if case["rutin"] == "exorlive"]
    assert len(rows) >= 120
    asked = {(case["läge"], case["vem"]) for case in rows}
    assert asked >= {(one.id, role) for one in routine("exorlive").situations for role in ("utförare", "legitimerad")}
    assert {case["anställd"] for case in rows} == {"kommunen", "LOV", "Humana", "okänd"}


@pytest.mark.parametrize("name", sorted(compiled()))
def test_the_compiled_routine_is_what_its_file_says(name: str) -> None:
    remedy = "run: python scripts/routine_contract.py"
    assert (FOLDER / name).read_text() == compiled()[name], remedy
    found = routine(name.removesuffix(".json"))
    assert from_plain(to_plain(found)) == found
