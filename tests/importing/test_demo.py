"""The demo municipality: as large as it should be, nobody in it is real, and it is there once."""

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from tests.importing import small

from beredd.care import queries as care
from beredd.care.rules.identity import IdentityKind, parse_identity
from beredd.clock import midnight
from beredd.disruption import queries as disruption
from beredd.disruption.rules.coverage import Coverage
from beredd.disruption.rules.paper_proposal import Proposal
from beredd.importing.actions import import_folder
from beredd.importing.demo import files
from beredd.importing.demo.load import PASSWORD, PEOPLE, NotEmpty, load
from beredd.importing.demo.numbers import LANDLINE, MOBILE, check_digit, personal_number
from beredd.importing.routines import put_routine
from beredd.ledger.queries import head, verify
from beredd.people import queries as people
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import LICENSED, Permission
from beredd.routine import queries as routine
from beredd.shipped import content
from beredd.signing.queries import balance, follow_up, follow_ups, review_queue
from beredd.signing.rules.balance import State

TODAY = date(2026, 11, 23)
TABLES = files.tables(today=TODAY)
FICTION = [(701740605, 701740699), (313900600, 313900699), (406280400, 406280499), (846500400, 846500499)]


def column(sheet: str, name: str) -> list[Any]:
    return [row.get(name, "") for row in TABLES[sheet]]


def test_it_is_as_large_as_a_municipality() -> None:
    kinds = Counter(column("units", "slag"))
    assert kinds["omsorg"] >= 12 and kinds["rehab"] == 2
    assert set(column("organisations", "slag")) == {"kommun", "privat", "lov"}
    assert len(TABLES["patients"]) == 400
    assert len(TABLES["prescriptions"]) == 900
    roles = Counter({row["användare"]: row["roll"] for row in TABLES["memberships"]}.values())
    assert roles["utförare"] == 200
    assert roles["arbetsterapeut"] + roles["fysioterapeut"] + roles["sjuksköterska"] == 20
    assert roles["enhetschef"] == kinds["omsorg"]
    assert [roles[one] for one in ("mas/mar", "systemsupport", "systemadministratör", "it-service")] == [1] * 4


def test_every_form_of_schedule_and_every_ground_is_there() -> None:
    for name in ("tider", "delar av dagen", "gånger per vecka", "varannan vecka från", "vid behov", "uppgift", "till"):
        assert 20 < sum(bool(one) for one in column("prescriptions", name)) < 900, name
    assert set(column("prescriptions", "grund")) == {"delegering", "instruktion", "egenvård"}
    assert set(column("prescriptions", "om ej utförd")) == {"inget", "kontakta"}


def test_every_personal_number_lies_in_the_published_test_ranges() -> None:
    numbers = [one for one in column("patients", "personnummer") if not one.startswith("HR")]
    assert len(numbers) == len(set(numbers)) == 398
    kinds = Counter()
    for one in numbers:
        identity = parse_identity(one, today=TODAY)
        individual, day = int(identity.value[8:11]), int(identity.value[6:8])
        kinds[identity.kind] += 1
        if identity.kind is IdentityKind.SAMORDNINGSNUMMER:
            assert individual in (238, 239) and 61 <= day <= 91
        else:
            assert 980 <= individual <= 999 and 1 <= day <= 31
        assert 1925 <= int(identity.value[:4]) <= 1958
    assert kinds[IdentityKind.SAMORDNINGSNUMMER] == 4


def test_reserve_numbers_and_protected_patients_are_there() -> None:
    reserve = [one for one in column("patients", "personnummer") if one.startswith("HR")]
    assert [parse_identity(one, today=TODAY).kind for one in reserve] == [IdentityKind.RESERVNUMMER] * 2
    assert Counter(column("patients", "skydd")) == {"": 397, "sekretessmarkering": 2, "skyddad folkbokföring": 1}


def test_the_check_digit_is_the_usual_one() -> None:
    assert check_digit("811218987") == 6  # the tax agency's own example
    with pytest.raises(ValueError, match="outside"):
        personal_number(TODAY, 123)


def test_every_telephone_number_is_kept_free_for_fiction() -> None:
    used = {*MOBILE, *LANDLINE}
    for sheet in ("units", "users", "patients"):
        assert set(column(sheet, "telefon")) <= used
    for one in used:
        assert any(first <= int(one) <= last for first, last in FICTION), one


def test_no_delegation_is_longer_than_a_year_and_some_have_run_out() -> None:
    rows = TABLES["delegations"]
    assert all((row["till"] - row["från"]).days <= 364 for row in rows)
    expired = sum(row["till"] < TODAY for row in rows)
    assert 10 < expired < 80 < 400 < len(rows) - expired < 600


def test_the_same_day_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        files.write(tmp_path / name, today=TODAY)
    assert all((tmp_path / "b" / one.name).read_bytes() == one.read_bytes() for one in (tmp_path / "a").iterdir())
    with (tmp_path / "a" / "patienter.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file, delimiter=";"))) == 400


@pytest.mark.django_db
def test_it_is_read_in_once_with_history_and_people_to_sign_in_as(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    said: list[str] = []
    assert load(at=small.AT, today=TODAY, say=said.append)
    assert len(said) == 1
    end = head().position
    assert not load(at=small.AT + timedelta(days=1), today=TODAY, say=said.append)
    assert import_folder(folder=tmp_path / "demo", by=SYSTEM, at=small.AT).changed.keys() >= {"prescriptions"}
    assert head().position == end
    assert verify() is None
    everybody_can_sign_in()
    a_routine_is_in_force()
    the_days_have_been_lived()
    the_patients_are_planned_for()
    a_home_with_poor_coverage_waits_for_a_decision()
    somebody_has_trained_for_weeks()


def everybody_can_sign_in() -> None:
    for one in PEOPLE:
        row = people.find_user(one.username)
        assert row and row.name == one.name
        access = people.access_of(row.id, at=small.AT)
        assert access.memberships
        licensed = LICENSED & {grant.role for grant in access.memberships}
        assert bool(licensed) == (one.username in ("alva", "frida", "sam"))
    assert authenticate(RequestFactory().post("/"), username="bo", password=PASSWORD)


def a_routine_is_in_force() -> None:
    (row,) = routine.routines(SYSTEM, at=small.AT)
    assert row.in_force and row.in_force.text == (content() / "routines" / "exorlive.yaml").read_text("utf-8")
    assert not put_routine(at=small.AT)
    bo = people.find_user("bo")
    assert bo and routine.to_read(people.access_of(bo.id, at=small.AT), at=small.AT)


def the_days_have_been_lived() -> None:
    (skrea,) = [unit.id for unit in people.all_units(SYSTEM, Permission.SIGN) if unit.key == "skrea"]
    assert 30 <= sum(row.unit == skrea for row in care.patients(SYSTEM)) <= 40
    yesterday = balance(SYSTEM, unit=skrea, day=TODAY - timedelta(days=1), now=small.AT)
    states = Counter(line.state for line in yesterday)
    assert states[State.PERFORMED] > 0.6 * len(yesterday) > 10
    today = Counter(line.state for line in balance(SYSTEM, unit=skrea, day=TODAY, now=small.AT))
    assert today[State.COMING] and today[State.DUE] and today[State.PERFORMED]
    queue = review_queue(SYSTEM)
    assert 3 <= len(queue) <= 60
    for line in yesterday:
        for one in line.signatures:
            assert one.performed_at <= one.recorded_at <= one.received_at <= small.AT
    board = care.coverage(SYSTEM, unit=skrea, day=TODAY)
    assert sum(bool(row.performer) for row in board) > 0.6 * len(board) > 5


def a_home_with_poor_coverage_waits_for_a_decision() -> None:
    waiting = [(one.asked.coverage, one.proposal) for one in disruption.proposals(SYSTEM, at=small.AT)]
    assert waiting == [(Coverage.OFTEN_POOR, Proposal.PUT)]


def the_patients_are_planned_for() -> None:
    since, until = midnight(TODAY), midnight(TODAY + timedelta(days=1))
    for unit in people.all_units(SYSTEM, Permission.SIGN):
        if unit.kind == "care":
            assert len(care.due(SYSTEM, unit=unit.id, since=since, until=until)) > 20


def somebody_has_trained_for_weeks() -> None:
    (skrea,) = [unit.id for unit in people.all_units(SYSTEM, Permission.SIGN) if unit.key == "skrea"]
    patient = next(row.id for row in care.patients(SYSTEM, unit=skrea) if not row.protected)
    span = {"since": TODAY - timedelta(weeks=12), "until": TODAY}
    (row,) = [one for one in follow_up(SYSTEM, patient=patient, now=small.AT, **span) if one.exercised]
    assert row.tally.expected >= 30
    assert row.tally.counts[State.PERFORMED] > row.tally.counts[State.PARTLY] > 0
    assert len({one.exercise for one in row.exercised}) == 3
    assert follow_ups(SYSTEM, patient)


@pytest.mark.django_db
def test_the_invented_is_never_mixed_with_the_real(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    small.read_in(small.save(tmp_path / "in", small.municipality()))
    with pytest.raises(NotEmpty):
        load(at=small.AT, today=TODAY, say=print)
    assert len(care.patients(SYSTEM)) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2027, 1, 3)])
def test_it_can_be_made_for_any_day(tmp_path: Path, settings: Any, today: date) -> None:
    settings.DATA = tmp_path
    assert load(at=small.AT, today=today, say=lambda text: None)
    unit = next(unit for unit in people.all_units(SYSTEM, Permission.SIGN) if unit.key == "skrea")
    assert balance(SYSTEM, unit=unit.id, day=today, now=midnight(today) + timedelta(hours=12))
