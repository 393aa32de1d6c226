"""Who sees a patient, what a pause does, and who goes today."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from beredd.care import actions, queries
from beredd.care.actions.coverage import NotAtWork, ReasonMissing, ReasonTooLong
from beredd.care.actions.pauses import PauseBackwards, PauseReason, UnknownPause
from beredd.care.actions.scope import UnknownPatient
from beredd.care.factories import patient, prescription
from beredd.care.rules.coverage import Cover
from beredd.clock import midnight
from beredd.people import queries as people
from beredd.people.actions import end_membership
from beredd.people.factories import MONDAY, town
from beredd.people.rules.access import SYSTEM, NotAllowed

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


def test_alva_and_bo_see_their_patient_and_cilla_does_not() -> None:
    place = town()
    greta = patient(place)
    for user in (place.alva, place.bo, place.manager, place.mas):
        assert [row.id for row in queries.patients(place.access(user))] == [greta]
    assert queries.patients(place.access(place.cilla)) == []
    assert queries.patient_row(place.access(place.cilla), greta) is None


def test_every_opening_is_logged_and_so_is_a_refusal() -> None:
    place = town()
    greta = patient(place)
    actions.open_patient(patient=greta, channel="office", by=place.access(place.bo), at=MONDAY)
    with pytest.raises(UnknownPatient):
        actions.open_patient(patient=greta, channel="office", by=place.access(place.cilla), at=MONDAY)
    log = people.patient_accesses(place.access(place.mas), patient=greta)
    assert {(row.by, row.action) for row in log} == {(place.bo, "seen"), (place.cilla, "refused")}


def test_a_protected_patients_address_is_shown_nowhere() -> None:
    place = town()
    greta = patient(place, protection="confidentiality_mark", address="Hemliga gatan 7", phone="+46700000000")
    row = queries.patient_row(place.access(place.bo), greta)
    assert row
    assert (row.protected, row.address, row.phone) == (True, "", "")
    assert "Hemliga" not in str(queries.patient_documents([greta]))


def test_a_patient_is_found_by_name_and_by_the_beginning_of_the_number() -> None:
    place = town()
    patient(place)
    bo = place.access(place.bo)
    assert [row.name for row in queries.search_patients(bo, "gret")] == ["Greta Holm"]
    assert [row.name for row in queries.search_patients(bo, "19280309-98")] == ["Greta Holm"]
    assert [row.name for row in queries.search_patients(bo, "280309-9802")] == ["Greta Holm"]
    assert queries.search_patients(bo, " ") == []
    assert queries.search_patients(place.access(place.cilla), "gret") == []


def test_a_pause_is_seen_in_what_is_planned_and_can_be_taken_back() -> None:
    place = town()
    greta = patient(place)
    prescription(place, greta, "10:00")
    alva = place.access(place.alva)
    span = {"since": midnight(DAY), "until": midnight(DAY + timedelta(days=1))}
    id = actions.pause(patient=greta, reason="hospital", starts_at=midnight(DAY), ends_at=None, by=alva, at=MONDAY)
    assert [one.occurrence.paused for one in queries.due(alva, unit=place.north, **span)] == ["hospital"]
    actions.end_pause(pause=id, ends_at=MONDAY, by=alva, at=MONDAY)
    assert [one.occurrence.paused for one in queries.due(alva, unit=place.north, **span)] == [None]


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    place = town()
    greta = patient(place)
    with pytest.raises(PauseBackwards):
        actions.pause(
            patient=greta,
            reason="away",
            starts_at=MONDAY,
            ends_at=MONDAY - timedelta(hours=1),
            by=place.access(place.alva),
            at=MONDAY,
        )


def test_a_pause_needs_a_reason_of_the_list_and_only_a_known_one_ends() -> None:
    place = town()
    greta, alva = patient(place), place.access(place.alva)
    with pytest.raises(PauseReason):
        actions.pause(patient=greta, reason="bored", starts_at=MONDAY, ends_at=None, by=alva, at=MONDAY)
    with pytest.raises(UnknownPause):
        actions.end_pause(pause=uuid4(), ends_at=MONDAY, by=alva, at=MONDAY)


def test_an_empty_cell_on_the_coverage_board_is_a_miss() -> None:
    place = town()
    prescription(place, patient(place))
    (row,) = queries.coverage(place.access(place.manager), unit=place.north, day=DAY)
    assert (row.cover, row.performer) == (Cover.MISS, None)


def test_the_newest_decision_counts_and_each_is_kept() -> None:
    place = town()
    greta = patient(place)
    prescription(place, greta)
    manager = place.access(place.manager)
    later = MONDAY + timedelta(minutes=1)
    actions.assign(patient=greta, day=DAY, performer=place.bo, by=manager, at=MONDAY)
    (row,) = queries.coverage(manager, unit=place.north, day=DAY)
    assert (row.cover, row.performer_name, row.decided_by_name) == (Cover.COVERED, "Bo Lind", "Disa Alm")
    actions.skip(patient=greta, day=DAY, reason="Hos dottern", by=manager, at=later)
    (row,) = queries.coverage(manager, unit=place.north, day=DAY)
    assert (row.cover, row.skip_reason) == (Cover.SKIPPED, "Hos dottern")


def test_a_performer_who_has_left_since_covers_nobody() -> None:
    place = town()
    greta = patient(place)
    prescription(place, greta)
    manager = place.access(place.manager)
    actions.assign(patient=greta, day=DAY, performer=place.bo, by=manager, at=MONDAY)
    (member,) = (one for one in people.members([place.north]) if one.user.id == place.bo)
    end_membership(membership=member.membership, ends_on=DAY - timedelta(days=1), by=SYSTEM, at=MONDAY)
    (row,) = queries.coverage(manager, unit=place.north, day=DAY)
    assert row.cover is Cover.MISS


def test_only_somebody_at_work_there_can_be_sent() -> None:
    place = town()
    greta = patient(place)
    for nobody in (place.cilla, place.mas, uuid4()):
        with pytest.raises(NotAtWork):
            actions.assign(patient=greta, day=DAY, performer=nobody, by=place.access(place.manager), at=MONDAY)


def test_the_rehab_unit_sees_who_goes_from_the_care_unit() -> None:
    place = town()
    greta = patient(place)
    prescription(place, greta)
    actions.assign(patient=greta, day=DAY, performer=place.bo, by=place.access(place.manager), at=MONDAY)
    (row,) = queries.coverage(place.access(place.alva), unit=place.rehab, day=DAY)
    assert (row.cover, row.performer_name) == (Cover.COVERED, "Bo Lind")


def test_skipping_needs_a_reason_and_the_right() -> None:
    place = town()
    greta = patient(place)
    for bad, refusal in ((" ", ReasonMissing), ("x" * 201, ReasonTooLong)):
        with pytest.raises(refusal):
            actions.skip(patient=greta, day=DAY, reason=bad, by=place.access(place.manager), at=MONDAY)
    with pytest.raises(NotAllowed):
        actions.skip(patient=greta, day=DAY, reason="x", by=place.access(place.bo), at=MONDAY)
