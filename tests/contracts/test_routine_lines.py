"""Every line of the decided document is carried by something, and every step says which line it carries."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from beredd.routine.rules.routine import Routine
from beredd.routine.tests.routines import routine

TABLE = Path(__file__).parents[2] / "docs" / "reference" / "exorlive-lines.md"

# How many numbered lines, or sentences on their own, each heading of the document has.
LINES = {
    "alla": ("omfattning", "undantag", "enskild-enhet", "egen-it"),
    "utförare": (
        *("uthopp/1", "uthopp/2", "uthopp/3", "mobiler-kort/1", "mobiler-kort/2", "mobiler-kort/3"),
        *("mobiler-lång/1", "mobiler-lång/2", "täckning/1", "täckning/2", "täckning/3", "täckning-ofta"),
    ),
    "legitimerad": (
        *("fast/1", "fast/2", "trådlös/1"),
        *("mobiler-lång/1", "mobiler-lång/2", "mobiler-lång/3"),
    ),
    "dokument": (
        *("gäller-för", "typ", "beslutsdatum", "reviderat", "revideringsansvarig", "revideringsintervall"),
        *("beslutad-av", "version", "känd-och-på-papper"),
    ),
}


def rows() -> dict[str, list[str]]:
    """By line, what carries it."""
    found = re.findall(r"^\| (\S+/\S+) \| [^|]+ \| ([^|]+) \|$", TABLE.read_text("utf-8"), re.M)
    return {line: carried.split(", ") for line, carried in found}


def test_the_table_has_every_line_of_the_document() -> None:
    assert set(rows()) == {f"{heading}/{line}" for heading, lines in LINES.items() for line in lines}


def test_every_step_carries_a_line_and_the_table_says_the_same() -> None:
    table = {(line, one) for line, carried in rows().items() for one in carried if "/" in one}
    assert table == {(step.source, step.id) for step in routine("exorlive").steps}


@pytest.mark.parametrize(("line", "carried"), rows().items(), ids=lambda value: str(value))
def test_what_the_table_names_is_there(line: str, carried: list[str]) -> None:
    found = routine("exorlive")
    ids = {*(one.id for one in found.steps), *(one.id for one in found.situations)}
    for one in carried:
        assert one in ids or field(found, one) is not None or one == "revised_on", (line, one)


def field(found: Routine, path: str) -> object:
    value: object = found
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


FACTS = {
    "utförare/mobiler-lång/1": ["Falkenbergs IT-service", "Exorlive", "patientens journal", "papper"],
    "utförare/mobiler-lång/2": ["Rehabiliteringen", "0346-886300", "Kontaktcenter", "Helpdesk för Soc Systemsupport"],
    "utförare/uthopp/2": ["Helpdesk för Soc Systemsupport och utveckling", "behörighet"],
    "utförare/uthopp/3": ["IT Support självservice", "behörighet"],
    "utförare/mobiler-kort/2": ["IT Support självservice", "kommunen"],
    "utförare/mobiler-kort/3": ["Intraphone/Combine", "Appva MCSS", "HSL-insatser"],
    "utförare/täckning-ofta": ["träningsprogram", "signeringslistor", "hemdok"],
    "legitimerad/fast/1": ["www.sr.se", "support@exorlive.com", "08-525 070 88"],
    "legitimerad/fast/2": ["laptop", "mobilt bredband", "tationära"],
    "legitimerad/mobiler-lång/1": ["inom 1 dag", "hemdok"],
    "legitimerad/mobiler-lång/2": ["instruktör", "enheterna", "hemdok"],
    "legitimerad/mobiler-lång/3": [
        "säkerhetslådan på Kanslistvägen",
        "arbetsterapeut eller fysioterapeut",
        "omsorgsenheten",
    ],
}


@pytest.mark.parametrize("line", FACTS)
def test_the_facts_of_a_line_are_kept(line: str) -> None:
    told = " ".join(texts(routine("exorlive"), line))
    assert [fact for fact in FACTS[line] if fact not in told] == []


def texts(found: Routine, line: str) -> Iterator[str]:
    for step in found.steps:
        if step.source == line:
            yield step.text.sv
            yield step.decides.sv if step.decides else ""
            for contact in (found.contact(id) for id in step.reach):
                yield f"{contact.name.sv} {contact.phone} {contact.mail}"
                yield found.contact(contact.otherwise).name.sv if contact.otherwise else ""


def test_the_steps_of_a_situation_stand_in_the_order_of_the_document() -> None:
    for situation in routine("exorlive").situations:
        own = [step.source for step in routine("exorlive").steps if step.id.startswith(f"{situation.id}/")]
        numbered = [source for source in own if source[-1].isdigit()]
        assert numbered == sorted(numbered)


def test_the_number_answers_eight_to_twelve_on_weekdays_that_are_no_holidays() -> None:
    (hours,) = routine("exorlive").contact("rehab").hours
    assert (hours.weekdays, str(hours.opens), str(hours.closes)) == ((1, 2, 3, 4, 5), "08:00:00", "12:00:00")
    assert hours.holidays == "closed"
