"""Reading in: it happens, it is recorded, twice is as once, a change changes what it concerns and nothing else."""

from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.importing import small

from beredd.care import queries as care
from beredd.care.rules.schedule import AsNeeded, Clock, Part, PartOfDay, Schedule, TimesPerWeek
from beredd.clock import midnight
from beredd.ids import entity_id
from beredd.importing.actions import check_folder
from beredd.importing.demo.numbers import LANDLINE
from beredd.ledger.queries import head, verify
from beredd.people import queries as people
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Permission

pytestmark = pytest.mark.django_db

O1 = entity_id("prescription", "o1")


def plan(id: object = O1) -> Schedule:
    return care.prescription_facts([O1])[O1].versions[-1].plan.schedule


def test_a_whole_municipality_is_read_in(tmp_path: Path) -> None:
    found = small.read_in(small.save(tmp_path / "in", small.municipality()))
    assert not found.faults
    assert {name: count for name, count in found.changed.items() if name != "exercises"} == {
        "organisations": 1,
        "units": 2,
        "users": 2,
        "memberships": 2,
        "delegations": 1,
        "patients": 1,
        "programmes": 1,
        "prescriptions": 1,
    }
    assert [unit.name for unit in people.all_units(SYSTEM, Permission.SIGN)] == ["Hemtjänst Skrea", "Rehab"]
    bo = people.access_of(entity_id("user", "bo"), at=small.AT)
    (greta,) = care.patients(bo)
    assert (greta.name, greta.identity) == ("Greta Holm", small.identity().replace("-", ""))
    assert [one.occurrence.slot for one in due()] == ["2026-11-23T10:00"]
    (row,) = care.prescriptions(bo, greta.id)
    programme = row.versions[-1].programme
    assert programme and [item.exercise.key for item in programme.items] == ["chair-rise", "heel-raise"]
    assert verify() is None


def due() -> list[care.Planned]:
    day = date(2026, 11, 23)
    unit = entity_id("unit", "skrea")
    return care.due(SYSTEM, unit=unit, since=midnight(day), until=midnight(day + timedelta(days=1)))


def test_the_same_folder_twice_changes_nothing(tmp_path: Path) -> None:
    folder = small.save(tmp_path / "in", small.municipality())
    assert small.changes(small.read_in(folder)) > 0
    before = head().position
    assert small.changes(small.read_in(folder, at=small.AT + timedelta(days=3))) == 0
    assert head().position == before


def test_checking_stores_nothing(tmp_path: Path) -> None:
    before = head().position
    found = check_folder(folder=small.save(tmp_path / "in", small.municipality()), at=small.AT)
    assert (found.faults, found.changed, head().position) == ([], {}, before)


def test_nothing_is_left_when_storing_breaks_off(tmp_path: Path) -> None:
    folder = small.save(tmp_path / "in", small.municipality())
    before = head().position
    with (
        patch("beredd.care.actions.prescriptions.append", side_effect=RuntimeError("gone")),
        pytest.raises(RuntimeError),
    ):
        small.read_in(folder)
    assert head().position == before
    assert not people.users(SYSTEM)


def test_a_changed_row_changes_what_it_concerns(tmp_path: Path) -> None:
    tables = small.municipality()
    small.read_in(small.save(tmp_path / "in", tables))
    tables["users"][0]["namn"] = "Bo Lindh"
    found = small.read_in(small.save(tmp_path / "in", tables))
    assert {name for name, count in found.changed.items() if count} == {"users"}
    card = people.user_card(entity_id("user", "bo"))
    assert card and card.name == "Bo Lindh"


def test_a_changed_prescription_is_a_new_version_from_now_on(tmp_path: Path) -> None:
    tables = small.municipality()
    small.read_in(small.save(tmp_path / "in", tables))
    tables["prescriptions"][0]["tider"] = "11:00"
    later = small.AT + timedelta(hours=3)
    assert small.changes(small.read_in(small.save(tmp_path / "in", tables), at=later)) == 1
    first, second = care.prescription_facts([O1])[O1].plans
    assert (first.effective_at, second.effective_at) == (midnight(date(2026, 11, 23)), later)


def test_a_prescription_holds_from_the_day_it_says(tmp_path: Path) -> None:
    tables = small.municipality()
    tables["prescriptions"][0]["gäller från"] = "2026-11-10"
    small.read_in(small.save(tmp_path / "in", tables))
    assert care.prescription_facts([O1])[O1].plans[0].effective_at == midnight(date(2026, 11, 10))


def test_a_changed_programme_is_a_new_version(tmp_path: Path) -> None:
    tables = small.municipality()
    small.read_in(small.save(tmp_path / "in", tables))
    tables["programmes"][0]["repetitioner"] = "10"
    found = small.read_in(small.save(tmp_path / "in", tables))
    assert (found.changed["programmes"], found.changed["prescriptions"]) == (1, 1)
    (programme,) = care.programmes()
    assert programme.number == 2


def test_one_file_alone_may_refer_to_what_is_there(tmp_path: Path) -> None:
    small.read_in(small.save(tmp_path / "all", small.municipality()))
    more = {"patients": [small.patient(nyckel="p2", personnummer=small.identity(2))]}
    assert small.changes(small.read_in(small.save(tmp_path / "one", more))) == 1


def test_user_names_may_change_hands_in_one_file(tmp_path: Path) -> None:
    tables = small.municipality()
    small.read_in(small.save(tmp_path / "in", tables))
    tables["users"][0]["användarnamn"] = "bo"
    tables["users"].append(small.user(nyckel="bo2", användarnamn="bo.lind"))
    assert small.changes(small.read_in(small.save(tmp_path / "in", tables))) == 2


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"veckodagar": "alla", "tider": "8.00,14:30"}, ("clock", (1, 2, 3, 4, 5, 6, 7))),
        ({"veckodagar": "mån-fre", "tider": "", "delar av dagen": "kväll,morgon"}, ("part", (1, 2, 3, 4, 5))),
        ({"veckodagar": "", "tider": "", "gånger per vecka": "3"}, ("week", 3)),
        ({"veckodagar": "", "tider": "", "vid behov": "ja"}, ("needed", None)),
        ({"varannan vecka från": "2026-11-25"}, ("every", date(2026, 11, 25))),
        ({"minuter före": "0", "minuter efter": "30"}, ("minutes", (0, 30))),
    ],
)
def test_when_is_written_as_people_write_it(
    tmp_path: Path, cells: dict[str, str], expected: tuple[str, object]
) -> None:
    tables = small.municipality()
    tables["prescriptions"][0].update(cells)
    small.changes(small.read_in(small.save(tmp_path / "in", tables)))
    assert told(plan(), expected[0]) == expected[1]


def told(schedule: Schedule, what: str) -> object:
    match what, schedule:
        case "clock", Clock():
            assert [f"{at:%H:%M}" for at in schedule.times] == ["08:00", "14:30"]
            return schedule.weekdays
        case "part", PartOfDay():
            assert schedule.parts == (Part.MORNING, Part.EVENING)
            return schedule.weekdays
        case "week", TimesPerWeek():
            return schedule.times
        case "needed", AsNeeded():
            return None
        case "every", Clock():
            assert schedule.every_weeks == 2
            return schedule.anchor
        case "minutes", Clock():
            return schedule.before_minutes, schedule.after_minutes
    raise AssertionError(schedule)


def test_telephone_numbers_are_stored_so_that_they_can_be_called_from_anywhere(tmp_path: Path) -> None:
    tables = small.municipality()
    tables["units"][0]["telefon"] = LANDLINE[0]
    small.changes(small.read_in(small.save(tmp_path / "in", tables)))
    assert "+46313900600" in {unit.phone for unit in people.all_units(SYSTEM, Permission.SIGN)}


def test_what_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    tables = small.municipality()
    tables["patients"][0]["dörrnot"] = '=HYPERLINK("x")'
    small.changes(small.read_in(small.save(tmp_path / "in", tables)))
    assert care.patients(SYSTEM)[0].door_note == '=HYPERLINK("x")'


def test_protected_patients_show_no_address(tmp_path: Path) -> None:
    tables = small.municipality()
    tables["patients"][0].update({"skydd": "Sekretessmarkering", "adress": "Storgatan 301"})
    small.changes(small.read_in(small.save(tmp_path / "in", tables)))
    (row,) = care.patients(SYSTEM)
    assert (row.protected, row.address) == (True, "")
