"""Every action writes one event, or nothing at all; and the wrong one is refused with a reason."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction

from beredd.ledger import queries as ledger
from beredd.notices import actions, queries
from beredd.notices.factories import told
from beredd.notices.link import token
from beredd.notices.models import Notice, Telling
from beredd.notices.rules.fate import Fate
from beredd.people.factories import MONDAY, Town
from beredd.people.rules.access import SYSTEM, Access, Refused

LATER = MONDAY + timedelta(hours=1)
Action = Callable[[Town, UUID, Access], object]


def lost(telling: UUID) -> UUID:
    Notice.objects.filter(telling=telling).update(fate=Fate.GIVEN_UP)
    return Notice.objects.get(telling=telling).id


ACTIONS: dict[str, Action] = {
    "answer": lambda _place, telling, by: actions.answer(telling=telling, by=by, at=LATER),
    "hand_over": lambda _place, _telling, by: actions.hand_over(
        group="duty", replaced="disa", taker="noor", starts_at=LATER, ends_at=LATER + timedelta(days=1), by=by, at=LATER
    ),
    "send_test": lambda _place, _telling, by: actions.send_test(recipient="disa", by=by, at=LATER),
    "send_again": lambda _place, telling, by: actions.send_again(notice=lost(telling), by=by, at=LATER),
    "tell": lambda place, _telling, by: actions.tell(
        "incident_confirmed",
        params={"system": "Appva", "units": "Norr"},
        about=("incident", uuid4()),
        units=[place.north],
        by=by,
        at=LATER,
    ),
}
each = pytest.mark.parametrize("name", ACTIONS)


def rows() -> int:
    return sum(model.objects.count() for model in apps.get_app_config("notices").get_models())  # type: ignore[attr-defined]


@each
def test_it_happens_and_is_recorded_as_one_event(place: Town, name: str) -> None:
    telling = told(unit=place.north)
    before, held = rows(), ledger.head().position
    by = place.access(place.manager)
    ACTIONS[name](place, telling, by)
    assert rows() > before
    (event,) = ledger.events_since(held)
    assert (event.by, event.happened_at) == (str(by.user), LATER)


@each
def test_nothing_is_left_half_done_when_it_cannot_be_recorded(
    place: Town, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    telling = told(unit=place.north)
    before = rows()

    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    for module in ("answering", "duty", "testing", "unsettled", "telling"):
        monkeypatch.setattr(f"beredd.notices.actions.{module}.append", full)
    with pytest.raises(OSError, match="full"):
        ACTIONS[name](place, telling, place.access(place.manager))
    assert rows() == before


@pytest.mark.parametrize("who", ["bo", "cilla"])
@pytest.mark.parametrize("name", [name for name in ACTIONS if name != "tell"])  # whoever causes it has been checked
def test_the_wrong_person_is_refused_with_a_reason(place: Town, name: str, who: str) -> None:
    telling = told(unit=place.north)
    before, held = rows(), ledger.head().position
    with pytest.raises(Refused) as refused:
        ACTIONS[name](place, telling, place.access(getattr(place, who)))
    assert refused.value.code == "not_allowed"
    assert (rows(), ledger.head().position) == (before, held)


def test_the_queue_and_its_cause_stand_or_fall_together(place: Town) -> None:
    with pytest.raises(OSError, match="full"), transaction.atomic():
        told(unit=place.north)
        raise OSError("the disk is full")
    assert rows() == 0


def test_groups_hear_of_their_own_unit_and_of_what_they_are_to_hear(place: Town) -> None:
    about, params = ("incident", uuid4()), {"system": "Appva", "units": "alla"}
    said = {"params": params, "about": about, "by": SYSTEM, "at": MONDAY}
    assert len(actions.tell("incident_long", units=[place.north], **said)) == 2  # type: ignore[arg-type]
    assert len(actions.tell("incident_long", units=[place.south], **said)) == 1  # type: ignore[arg-type]
    assert len(actions.tell("incident_long", units=None, **said)) == 2  # type: ignore[arg-type]
    assert actions.tell("incident_closed", units=None, **said) == []  # type: ignore[arg-type]
    assert len(actions.tell("incident_closed", groups=["hear"], **said)) == 1  # type: ignore[arg-type]


def queued() -> list[tuple[str, str]]:
    return list(Notice.objects.order_by("queued_at", "id").values_list("recipient", "channel"))


def test_it_goes_on_by_the_next_channel_and_up_until_somebody_answers(place: Town) -> None:
    telling = told(unit=place.north)
    assert queued() == [("disa", "sms")]
    for minutes, count in ((9, 0), (10, 1), (20, 2), (20, 0)):
        assert actions.queue_due(at=MONDAY + timedelta(minutes=minutes)) == count
    assert sorted(queued()) == [("disa", "mail"), ("disa", "sms"), ("disa", "sms"), ("maria", "mail")]
    notice = Notice.objects.filter(recipient="maria").get()
    assert token(notice.id) in notice.text
    actions.answer_by_link(token=token(notice.id), at=MONDAY + timedelta(minutes=21))
    assert actions.queue_due(at=MONDAY + timedelta(hours=2)) == 0
    assert set(Notice.objects.values_list("fate", flat=True)) == {Fate.NOT_NEEDED}
    row = queries.telling(place.access(place.manager), telling)
    assert row
    assert (row.answered_by, row.answered_at) == ("Maria Stål", MONDAY + timedelta(minutes=21))


def test_who_answers_second_is_told_who_was_first(place: Town) -> None:
    telling = told(unit=place.north)
    link = token(Notice.objects.get().id)
    actions.answer_by_link(token=link, at=LATER)
    with pytest.raises(Refused) as refused:
        actions.answer(telling=telling, by=place.access(place.manager), at=LATER)
    assert (refused.value.code, refused.value.params) == ("already_answered", {"name": "Disa Alm"})


@pytest.mark.parametrize("spoilt", ["", "x", "0" * 32, lambda link: link[:-1] + ("a" if link[-1] != "a" else "b")])
def test_a_link_that_is_not_ours_opens_nothing(place: Town, spoilt: object) -> None:
    told(unit=place.north)
    link = token(Notice.objects.get().id)
    with pytest.raises(Refused) as refused:
        actions.answer_by_link(token=spoilt(link) if callable(spoilt) else str(spoilt), at=LATER)
    assert refused.value.code == "unknown_telling"


def test_who_stands_in_is_told_in_the_others_place(place: Town) -> None:
    manager = place.access(place.manager)
    ends = MONDAY + timedelta(hours=8)
    said = {"group": "duty", "replaced": "disa", "starts_at": MONDAY, "by": manager, "at": MONDAY}
    actions.hand_over(taker="noor", ends_at=ends, **said)  # type: ignore[arg-type]
    told(unit=place.north)
    assert queued() == [("noor", "sms")]
    (row, _) = queries.groups(manager, at=MONDAY)
    assert [one.stand_in.name if one.stand_in else "" for one in row.places] == ["Noor Ali", ""]
    (row, _) = queries.groups(manager, at=ends)
    assert row.places[0].stand_in is None


def test_a_hand_over_that_cannot_be_is_refused(place: Town) -> None:
    said = {"group": "duty", "replaced": "disa", "taker": "noor", "starts_at": MONDAY, "ends_at": LATER}
    for wrong in (
        {"group": "none"},
        {"replaced": "noor"},
        {"taker": "disa"},
        {"taker": "nobody"},
        {"ends_at": MONDAY},
        {"ends_at": MONDAY + timedelta(days=61)},
    ):
        with pytest.raises(Refused) as refused:
            actions.hand_over(**{**said, **wrong}, by=place.access(place.manager), at=MONDAY)  # type: ignore[arg-type]
        assert refused.value.code == "handover"


def test_only_what_is_lost_is_sent_again(place: Town) -> None:
    told(unit=place.north)
    with pytest.raises(Refused) as refused:
        actions.send_again(notice=Notice.objects.get().id, by=place.access(place.manager), at=LATER)
    assert refused.value.code == "not_lost"


def test_what_was_told_is_never_rewritten(place: Town) -> None:
    told(unit=place.north)
    with pytest.raises(DatabaseError), transaction.atomic():
        Telling.objects.update(group="other")
