"""Whatever comes in is taken; what is odd about it is put up for review."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from beredd.care import actions as care
from beredd.care.factories import content, patient, prescription
from beredd.care.rules.prescription import Basis
from beredd.care.rules.schedule import AsNeeded
from beredd.ledger import queries as ledger
from beredd.people import actions as people
from beredd.people.factories import MONDAY, town
from beredd.signing import queries
from beredd.signing.factories import AT_NOON, AT_TEN, arrival, take
from beredd.signing.rules.balance import State
from beredd.signing.rules.review import ReviewReason

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


class Scene:
    """Greta has a prescription at ten; Bo signs."""

    def __init__(self, **more: object) -> None:
        self.town = town()
        self.greta = patient(self.town)
        self.prescription = prescription(self.town, self.greta, "10:00", **more)
        self.base = {"patient": self.greta, "prescription": self.prescription, "performer": self.town.bo}

    def sign(self, **more: object) -> tuple[object, tuple[ReviewReason, ...]]:
        one = arrival(**{**self.base, **more})  # type: ignore[arg-type]
        return one.id, take(one)[one.id]

    def state(self) -> State:
        (line,) = queries.balance(self.town.access(self.town.bo), unit=self.town.north, day=DAY, now=AT_NOON)
        return line.state


def test_an_ordinary_signature_is_taken_without_questions_and_settles_its_occurrence() -> None:
    scene = Scene()
    assert scene.state() is State.LATE
    id, reasons = scene.sign()
    assert (reasons, scene.state()) == ((), State.PERFORMED)
    event = ledger.history_of(("patient", scene.greta))[0]
    assert (event.id, event.kind, event.happened_at, event.received_at) == (id, "signature", AT_TEN, AT_NOON)


def test_not_performed_says_why() -> None:
    scene = Scene()
    scene.sign(outcome="not_performed", reason="declined")
    assert scene.state() is State.NOT_PERFORMED


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"prescription": uuid4()}, ReviewReason.UNKNOWN_PRESCRIPTION),
        ({"patient": uuid4()}, ReviewReason.UNKNOWN_PRESCRIPTION),
        ({"performer": uuid4()}, ReviewReason.UNKNOWN_PERFORMER),
        ({"slot": "2026-11-23T11:30"}, ReviewReason.UNPLANNED),
        ({"slot": "2026-11-23"}, ReviewReason.UNPLANNED),
        ({"slot": "W"}, ReviewReason.UNPLANNED),
        ({"slot": "2026-W99/1"}, ReviewReason.UNPLANNED),
        ({"performed_at": AT_TEN + timedelta(days=366)}, ReviewReason.CLOCK_OFF),
        ({"recorded_at": AT_TEN + timedelta(days=366)}, ReviewReason.CLOCK_OFF),
    ],
)
def test_what_is_odd_is_held_and_says_why(more: dict[str, object], reason: ReviewReason) -> None:
    scene = Scene()
    id, reasons = scene.sign(**more)
    assert reason in reasons
    assert ledger.known([id]) == {id}  # type: ignore[list-item]


def test_a_patient_of_another_unit_waits_for_a_decision() -> None:
    scene = Scene()
    _, reasons = scene.sign(performer=scene.town.cilla)
    assert reasons == (ReviewReason.OUT_OF_SCOPE,)
    assert scene.state() is State.LATE


def test_a_missing_delegation_never_blocks_care() -> None:
    scene = Scene(basis=Basis.DELEGATION, task="training")
    _, reasons = scene.sign()
    assert (reasons, scene.state()) == ((ReviewReason.NO_VALID_DELEGATION,), State.PERFORMED)


def test_a_valid_delegation_raises_no_question() -> None:
    scene = Scene(basis=Basis.DELEGATION, task="training")
    people.give_delegation(
        performer=scene.town.bo,
        task="training",
        unit=scene.town.north,
        starts_on=DAY,
        ends_on=DAY,
        by=scene.town.access(scene.town.alva),
        at=MONDAY,
    )
    assert scene.sign()[1] == ()


def test_a_licensed_professional_needs_no_delegation() -> None:
    scene = Scene(basis=Basis.DELEGATION, task="training")
    assert scene.sign(performer=scene.town.alva)[1] == ()


@pytest.mark.parametrize("outcome", ["not_performed", "void"])
def test_what_was_not_done_needs_no_delegation(outcome: str) -> None:
    scene = Scene(basis=Basis.DELEGATION, task="training")
    first, _ = scene.sign(performer=scene.town.alva)
    corrects = (
        {"corrects": first, "performer": scene.town.manager} if outcome == "void" else {"slot": "2026-11-22T10:00"}
    )
    assert scene.sign(outcome=outcome, reason="no_delegation", **corrects)[1] == ()


@pytest.mark.parametrize("version", [None, 99])
def test_a_signature_that_names_no_known_version_is_judged_by_the_one_in_force(version: int | None) -> None:
    scene = Scene(basis=Basis.DELEGATION, task="training")
    assert scene.sign(version=version)[1] == (ReviewReason.NO_VALID_DELEGATION,)


def test_something_extra_is_not_planned_unless_the_prescription_is_as_needed() -> None:
    scene = Scene()
    assert scene.sign(slot=None)[1] == (ReviewReason.UNPLANNED,)
    needed = prescription(scene.town, scene.greta, schedule=AsNeeded())
    assert scene.sign(prescription=needed, slot=None)[1] == ()


def test_a_void_is_asked_about_only_for_who_made_it() -> None:
    scene = Scene()
    first, _ = scene.sign(slot="2026-11-23T11:30")
    assert scene.sign(slot="2026-11-23T11:30", outcome="void", corrects=first)[1] == ()


def test_signed_against_an_older_version() -> None:
    scene = Scene()
    alva = scene.town.access(scene.town.alva)
    care.change_prescription(
        prescription=scene.prescription,
        content=content("10:00", instruction="Ny"),
        effective_at=MONDAY,
        by=alva,
        at=MONDAY,
    )
    assert scene.sign(version=1)[1] == (ReviewReason.OLDER_VERSION,)
    assert scene.state() is State.PERFORMED


def test_a_signature_for_an_ended_prescription_is_kept() -> None:
    scene = Scene()
    alva = scene.town.access(scene.town.alva)
    care.end_prescription(prescription=scene.prescription, ends_on=date(2026, 11, 22), by=alva, at=MONDAY)
    assert ReviewReason.ENDED_PRESCRIPTION in scene.sign()[1]


def test_double_signing_is_found_also_within_a_batch() -> None:
    scene = Scene()
    first, second = arrival(**scene.base), arrival(**scene.base)  # type: ignore[arg-type]
    verdicts = take(first, second)
    assert (verdicts[first.id], verdicts[second.id]) == ((), (ReviewReason.DOUBLE_SIGNED,))
    assert scene.state() is State.DOUBLE


def test_a_double_that_is_corrected_leaves_the_review_queue_by_itself() -> None:
    scene = Scene()
    scene.sign()
    second, _ = scene.sign()
    alva = scene.town.access(scene.town.alva)
    assert len(queries.review_queue(alva)) == 1
    scene.sign(outcome="void", corrects=second)
    assert queries.review_queue(alva) == []
    assert scene.state() is State.PERFORMED


def test_bo_corrects_himself_without_questions() -> None:
    scene = Scene()
    first, _ = scene.sign()
    assert scene.sign(outcome="partly", reason="unwell", corrects=first)[1] == ()
    assert scene.state() is State.PARTLY


@pytest.mark.parametrize("correction_first", [True, False])
def test_a_correction_by_a_colleague_waits_in_whatever_order_the_two_arrive(correction_first: bool) -> None:
    scene = Scene()
    other = people_of_the_unit(scene)
    first = arrival(**scene.base)  # type: ignore[arg-type]
    correction = arrival(**{**scene.base, "performer": other}, outcome="void", corrects=first.id)  # type: ignore[arg-type]
    for one in (correction, first) if correction_first else (first, correction):
        take(one)
    assert scene.state() is State.PERFORMED
    (row,) = queries.review_queue(scene.town.access(scene.town.alva))
    assert (row.reason, row.signature.id) == (ReviewReason.CORRECTION_BY_OTHER, correction.id)


def people_of_the_unit(scene: Scene) -> object:
    from beredd.people.factories import user
    from beredd.people.rules.roles import Role

    return user("erik", "Erik Ask", Role.PERFORMER, "north")


def test_a_manager_may_correct_anybodys() -> None:
    scene = Scene()
    first, _ = scene.sign()
    assert scene.sign(performer=scene.town.manager, outcome="void", corrects=first)[1] == ()
    assert scene.state() is State.LATE


def test_what_the_carrier_has_seen_is_held_too() -> None:
    scene = Scene()
    assert scene.sign(found=[ReviewReason.DEVICE_REVOKED])[1] == (ReviewReason.DEVICE_REVOKED,)
    assert scene.state() is State.LATE


def test_an_outcome_of_a_newer_app_is_kept_as_it_came() -> None:
    scene = Scene()
    id, _ = scene.sign(outcome="assisted", reason="robot")
    (row,) = queries.patient_history(scene.town.access(scene.town.bo), scene.greta, since=AT_TEN)
    assert (row.id, row.outcome, row.reason) == (id, "assisted", "robot")
    assert scene.state() is State.PERFORMED


def test_a_batch_of_twenty_costs_a_handful_of_statements() -> None:
    scene = Scene()
    batch = [arrival(**scene.base, slot=f"2026-11-{day:02}T10:00") for day in range(1, 21)]  # type: ignore[arg-type]
    with CaptureQueriesContext(
        connection,
    ) as statements:
        take(*batch)
    assert len(statements) <= 10  # with the savepoint and the lock
