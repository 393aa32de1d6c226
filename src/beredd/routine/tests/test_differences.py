"""Two versions side by side, in words."""

from django.utils import translation

from beredd.routine.rules.diff import Change, ChangeKind, differences
from beredd.routine.rules.reading import read
from beredd.routine.tests.routines import exorlive, routine, text
from beredd.routine.words import change_said


def against(*replacements: tuple[str, str]) -> tuple[Change, ...]:
    return differences(routine("exorlive"), read(exorlive(*replacements), "new.yaml"))


def test_the_same_has_no_differences() -> None:
    assert against() == ()


def test_a_new_number_is_told_with_the_old_one() -> None:
    (change,) = against(("phone: 0346-886300", "phone: 0346-886301"))
    with translation.override("sv"):
        assert change_said(change) == "Kontakt ”Rehabiliteringen”, telefon: ”0346-886300” har blivit ”0346-886301”"
    with translation.override("en"):
        assert change_said(change).endswith("telephone: “0346-886300” has become “0346-886301”")


def test_where_only_the_english_is_new_the_english_is_shown() -> None:
    (change,) = against(("en: Everybody is to know the routine", "en: All are to know the routine"))
    assert change.before.said("sv").startswith("Everybody is")
    assert change.after.said("sv").startswith("All are")


def test_new_hours_are_told_in_words() -> None:
    (change,) = against(("closes: 12:00", "closes: 15:30"))
    assert change.before.sv == "måndag, tisdag, onsdag, torsdag, fredag 08:00–12:00 utom helgdagar"
    assert change.after.en == "Monday, Tuesday, Wednesday, Thursday, Friday 08:00–15:30 except holidays"


def test_a_step_that_is_new_and_one_that_is_gone_are_told_by_their_words() -> None:
    old = "      - step: use-another\n"
    new = "      - step: breathe\n        source: ny/1\n        text: Andas lugnt.\n" + old
    added = [one for one in against((old, new)) if one.kind is ChangeKind.ADDED]
    assert [(one.place, one.after.sv) for one in added] == [("Step", "Andas lugnt.")]
    back = differences(read(exorlive((old, new)), "new.yaml"), routine("exorlive"))
    assert [(one.kind, one.before.sv) for one in back if one.place == "Step"] == [(ChangeKind.REMOVED, "Andas lugnt.")]


def test_a_condition_is_told_by_question_and_answer() -> None:
    (change,) = against(("        when: {often: yes}\n", ""))
    assert change.before.sv == "Saknas täckningen alltid hos patienten, eller är den ofta mycket dålig? Ja"
    assert change.after.sv == "–"


def test_time_limits_are_told_in_hours_and_minutes() -> None:
    old, limit = text("alvlunda"), "        after: 4 h\n"
    new = read(old.replace(limit, "        after: 45 min\n"), "new.yaml")
    (change,) = differences(routine("alvlunda"), new)
    assert (change.before.sv, change.after.sv) == ("4 h", "45 min")


def test_another_order_is_a_difference() -> None:
    changes = against(("      - ask: call\n      - ask: web\n", "      - ask: web\n      - ask: call\n"))
    assert [(one.place, one.what) for one in changes] == [("Situation", "order")]
