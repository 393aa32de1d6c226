"""A routine's file is read whole, or each fault is named with its line."""

from pathlib import Path

import pytest

from beredd.routine.rules.faults import FAULTS, RoutineFaults
from beredd.routine.rules.reading import read, read_with_remarks
from beredd.routine.shelf import shelf
from beredd.routine.tests.routines import exorlive, routine


@pytest.mark.parametrize("path", shelf(), ids=lambda path: path.stem)
def test_every_routine_that_comes_with_beredd_is_in_both_languages(path: Path) -> None:
    found = read(path.read_text("utf-8"), path.name)
    assert found.id == path.stem
    assert all(one.text.en for one in found.steps) and all(one.text.en for one in found.checks)
    assert all(one.text.en for one in found.questions)
    assert all(one.title.en for one in found.situations)


def test_what_governs_the_routine_is_as_decided() -> None:
    found = routine("exorlive")
    assert (found.version, str(found.decided_on), found.revised_on) == (1, "2026-02-12", None)
    assert found.decided_by.sv == "MAS/MAR"
    assert found.responsible.sv == "Verksamhetsledare Kommunal Primärvård Rehab"
    assert (found.interval.sv, found.interval_months) == ("Vid behov", None)


def test_what_yaml_would_take_for_something_else_is_a_text() -> None:
    found = routine("exorlive")
    assert [one.id for one in found.question("web").options] == ["yes", "no"]
    assert [str(one.opens) for one in found.contact("rehab").hours] == ["08:00:00"]
    assert found.contact("rehab").phone == "0346-886300"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("version: 1", "version: one", "number_form"),
        ("version: 1", "version: 0", "number_form"),
        ("decided_on: 2026-02-12", "decided_on: 2026-02-30", "date_form"),
        ("decided_on: 2026-02-12", "decided_on: 12 februari", "date_form"),
        ("decided_by: MAS/MAR\n", "", "missing"),
        ("decided_by: MAS/MAR", "decided_by:", "blank"),
        ("decided_by: MAS/MAR", "decided_by: [MAS, MAR]", "not_table"),
        ("decided_by: MAS/MAR", "decided_by: {de: MAS}", "missing"),
        ("decided_by: MAS/MAR", "decided_by: &x MAS", "alias"),
        ("decided_by: MAS/MAR", "decided_by: *x", "alias"),
        ("decided_by: MAS/MAR", "decided_by: !!str MAS", "tag"),
        ("decided_by: MAS/MAR", "decided_by: MAS/MAR\ndecided_by: MAS", "twice"),
        ("decided_by: MAS/MAR", "decided_by: MAS/MAR\ncolour: red", "unknown"),
        ("decided_by: MAS/MAR", 'decided_by: "MAS', "not_yaml"),
        ("decided_by: MAS/MAR", "decided_by: MAS\u200b", "invisible"),
        ("decided_by: MAS/MAR", f"decided_by: {'x' * 1300}", "too_long"),
        ("id: exorlive\n", "id: Exor live\n", "id_form"),
        ("opens: 08:00", "opens: 8.00", "time_form"),
        ("opens: 08:00", "opens: 24:00", "time_form"),
        ("days: weekdays", "days: vardagar", "weekday"),
        ("holidays: closed", "holidays: maybe", "choice"),
        ("phone: 0346-886300", "phone: ring!", "phone_form"),
        ("mail: support@exorlive.com", "mail: exorlive", "mail_form"),
        ("otherwise: contact-centre", "otherwise: nobody", "no_such"),
        ("otherwise: contact-centre", "otherwise: rehab", "circle"),
        ("unless: {alone: yes}", "unless: {alone: maybe}", "no_such"),
        ("instead: one-device", "instead: elsewhere", "no_such"),
        ("reach: helpdesk", "reach: nobody", "no_such"),
        ("- ask: alone", "- ask: nothing", "no_such"),
        ("- ask: alone", "- {ask: alone, see: one-device}", "one_kind"),
        ("- ask: alone", "- {}", "one_kind"),
        ("- ask: alone", "- {see: launch-fails}", "circle"),
        ("for: [performer, manager]", "for: [performer, nobody]", "no_such"),
        ("systems: [exorlive, appva]", "systems: [fax]", "no_such"),
        ("step: rule-out-network", "step: check-authorisation", "twice"),
        ("    right: helpdesk", "    right: somebody", "right_missing"),
        ("  role:\n", "  part:\n", "role_missing"),
        ("contacts:\n", "contacts:\n  - x\n", "not_yaml"),
        ("      - {days: weekdays, opens: 08:00, closes: 12:00, holidays: closed}\n", "        a: b\n", "not_list"),
        ("for: [performer, manager]", "for: {performer: yes}", "not_list"),
        ("id: exorlive\n", "id: [exorlive]\n", "not_words"),
        ("unless: {alone: yes}", "unless: [alone]", "not_table"),
        ("    right: helpdesk", "    right: helpdesk\n    colour: red", "unknown"),
        ("scope:\n", "calendar: {eves: maybe}\nscope:\n", "choice"),
        ("scope:\n", "calendar: {short: {new-year: 12:00}}\nscope:\n", "unknown"),
        ("scope:\n", "calendar: {local: [{day: 2026-12-28, name: X, hours: 25:00}]}\nscope:\n", "time_form"),
        ("scope:\n", "print_ahead: [{what: X, every: often, covers: 1 d, place: Y}]\nscope:\n", "span_form"),
        ("checks:\n", "checks:\n  x: {for: manager, text: T, options: {a: A}, right: a, why: W}\n", "few_options"),
        ("  role:\n", "  one: {text: T, options: {a: A}}\n  role:\n", "few_options"),
    ],
)
def test_a_fault_is_named_with_its_line(old: str, new: str, code: str) -> None:
    text = exorlive((old, new))
    with pytest.raises(RoutineFaults) as refused:
        read(text, "exorlive.yaml")
    found = refused.value.faults
    assert code in [one.code for one in found], [(one.line, one.code) for one in found]
    assert all(one.file == "exorlive.yaml" and 1 <= one.line <= text.count("\n") + 1 for one in found)
    assert all(one.reason % one.params for one in found)


def test_the_line_is_the_one_to_mend() -> None:
    text = exorlive(("opens: 08:00", "opens: 8.00"))
    with pytest.raises(RoutineFaults) as refused:
        read(text, "x.yaml")
    (found,) = refused.value.faults
    assert "8.00" in text.splitlines()[found.line - 1]


def test_several_faults_are_told_at_once() -> None:
    text = exorlive(("version: 1", "version: one"), ("opens: 08:00", "opens: 8.00"), ("mail: support@", "mail: "))
    with pytest.raises(RoutineFaults) as refused:
        read(text, "x.yaml")
    assert [one.code for one in refused.value.faults] == ["number_form", "time_form", "mail_form"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("# only a comment", "empty"),
        ("just words", "not_table"),
        ("a: 1\n---\nb: 2\n", "several"),
        ("? [a]\n: b\n", "odd_name"),
        ("[" * 5000, "too_deep"),
        ("a: " * 5000, "not_yaml"),
        ("x" * 300_000, "too_large"),
        ("a: \x00", "invisible"),
        ("a:\n\tb: c", "tab"),
        ("\ud800", "invisible"),
        ("%YAML 9.9\n---\na: b", "not_yaml"),
    ],
)
def test_what_is_no_routine_at_all_is_one_fault(text: str, code: str) -> None:
    with pytest.raises(RoutineFaults) as refused:
        read(text, "x.yaml")
    assert code in [one.code for one in refused.value.faults]


def test_situations_that_lead_round_in_circles_or_nowhere_are_faults() -> None:
    for item, code in (("- see: phones-down-short", "circle"), ("- see: launch-fails", "circle")):
        with pytest.raises(RoutineFaults) as refused:
            read(exorlive(("      - ask: call\n", f"      {item}\n      - ask: call\n")), "x.yaml")
        assert {one.code for one in refused.value.faults} == {code}
    with pytest.raises(RoutineFaults) as refused:
        read(
            exorlive(("checks:\n", "  empty:\n    title: T\n    for: manager\n    items: [{ask: web}]\n\nchecks:\n")),
            "x",
        )
    assert [one.code for one in refused.value.faults] == ["no_step"]


def test_references_that_multiply_are_stopped() -> None:
    many = "".join(
        f"  s{n}:\n    title: T\n    for: manager\n    items:\n" + f"      - see: s{n + 1}\n" * 9 for n in range(9)
    )
    last = "  s9:\n    title: T\n    for: manager\n    items:\n      - {ask: web}\n"
    with pytest.raises(RoutineFaults) as refused:
        read(exorlive(("checks:\n", f"{many}{last}\nchecks:\n")), "x.yaml")
    assert "too_wide" in {one.code for one in refused.value.faults}


def test_remarks_say_who_cannot_be_reached() -> None:
    found = read_with_remarks(exorlive(), "exorlive.yaml").remarks
    assert {one.params["name"] for one in found if one.code == "unreachable"} >= {"Kontaktcenter"}


def test_remarks_say_what_is_never_used() -> None:
    text = exorlive(("      - ask: often\n", ""), ("reach: exorlive-support", "reach: rehab"))
    text = text[: text.index("checks:")]
    codes = {(one.code, one.params["name"]) for one in read_with_remarks(text, "x.yaml").remarks}
    assert {("never_asked", "often"), ("never_reached", "exorlive-support"), ("no_check", "Chef")} <= codes


def test_every_fault_there_is_says_what_to_do() -> None:
    assert all(reason.endswith((".", "?")) and len(reason) > 20 for reason in FAULTS.values())
