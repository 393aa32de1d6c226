"""Every action writes one event, or nothing at all; and the wrong one is refused with a reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps

from beredd.disruption import actions
from beredd.disruption.events import StepBody
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import Layer
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Access, Refused

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)


@dataclass(frozen=True)
class Scene:
    """In the north ExorLive is down and paper is master."""

    town: Town
    incident: UUID
    paper: UUID

    @classmethod
    def made(cls) -> "Scene":
        place = town()
        id = incident(place, Move.CONFIRM)
        manager = place.access(place.manager)
        paper = actions.begin_paper(
            incident=id,
            unit=place.north,
            system="exorlive",
            begins_at=MONDAY,
            ground="Ronden börjar",
            by=manager,
            at=MONDAY,
        )
        return cls(place, id, paper)


def step(on: Scene) -> StepBody:
    return StepBody(on.incident, on.town.north, "exorlive", 1, "paper", "performer", MONDAY)


Action = Callable[[Scene, Access], object]
ACTIONS: dict[str, tuple[str, Action]] = {  # who may, and what
    "raise_incident": (
        "alva",
        lambda on, by: actions.raise_incident(
            system="appva", layer=Layer.SYSTEM, units={on.town.north}, ground="Står still", by=by, at=LATER
        ),
    ),
    "move_incident": (
        "mas",
        lambda on, by: actions.move_incident(
            incident=on.incident, move=Move.DECLARE_LONG, ground="IT-service: hela dagen", by=by, at=LATER
        ),
    ),
    "begin_paper": (
        "alva",
        lambda on, by: actions.begin_paper(
            incident=on.incident,
            unit=on.town.north,
            system="appva",
            begins_at=LATER,
            ground="Ingen kan signera",
            by=by,
            at=LATER,
        ),
    ),
    "end_paper": (
        "manager",
        lambda on, by: actions.end_paper(paper=on.paper, ends_at=LATER, ground="Provat en timme", by=by, at=LATER),
    ),
    "tell": (
        "manager",
        lambda on, by: actions.tell(incident=on.incident, text="Signera på papper.", next_at=None, by=by, at=LATER),
    ),
    "tick": ("alva", lambda on, by: actions.tick(step(on), by=by, at=LATER)),
    "enter_from_paper": (
        "manager",
        lambda on, by: actions.enter_from_paper(step(on), done_by="Eva, vikarie", by=by, at=LATER),
    ),
}
each = pytest.mark.parametrize("name", ACTIONS)


def rows() -> int:
    return sum(model.objects.count() for model in apps.get_app_config("disruption").get_models())  # type: ignore[attr-defined]


@each
def test_it_happens_and_is_recorded_as_one_event(name: str) -> None:
    who, act = ACTIONS[name]
    scene = Scene.made()
    before, held = rows(), ledger.head().position
    by = scene.town.access(getattr(scene.town, who))
    act(scene, by)
    assert rows() > before
    event, *orders = ledger.events_since(held)
    assert {one.kind for one in orders} <= {"paper.ordered"}  # what is printed is another part's, and follows on it
    assert (event.by, event.happened_at) == (str(by.user), LATER)
    assert event.subject_kind == "incident"


@each
def test_nothing_is_left_half_done_when_it_cannot_be_recorded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    who, act = ACTIONS[name]
    scene = Scene.made()
    before = rows()

    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    for module in ("incidents", "moves", "paper_master", "words", "steps"):
        monkeypatch.setattr(f"beredd.disruption.actions.{module}.append", full)
    with pytest.raises(OSError, match="full"):
        act(scene, scene.town.access(getattr(scene.town, who)))
    assert rows() == before


OF_THE_UNIT = ("tick", "enter_from_paper")  # for all who work there, so for Bo too
WRONG = [(name, who) for name in ACTIONS for who in ("bo", "cilla") if who == "cilla" or name not in OF_THE_UNIT]


@pytest.mark.parametrize(("name", "who"), WRONG)
def test_the_wrong_person_is_refused_with_a_reason(name: str, who: str) -> None:
    _, act = ACTIONS[name]
    scene = Scene.made()
    before, held = rows(), ledger.head().position
    with pytest.raises(Refused) as refused:
        act(scene, scene.town.access(getattr(scene.town, who)))
    assert refused.value.code == ("not_their_unit" if name in OF_THE_UNIT else "not_allowed")
    assert (rows(), ledger.head().position) == (before, held)
