"""Every action of the routine writes one event, or nothing at all; and the wrong one is refused with a reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps

from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Role
from beredd.routine import actions
from beredd.routine.actions.guide import ANYBODY
from beredd.routine.factories import TEXT, Shelf, shelf
from beredd.routine.models import RoutineText
from beredd.routine.rules.states import Move

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)


@dataclass(frozen=True)
class Scene:
    """Version 1 in force, version 2 a draft that has been saved once; a place to hang it; another routine."""

    town: Town
    kept: Shelf
    draft: UUID
    posting: UUID
    other: UUID

    @classmethod
    def made(cls) -> "Scene":
        place = town()
        kept, manager = shelf(), place.access(place.manager)
        draft = actions.start_draft(routine=kept.routine, by=manager, at=MONDAY)
        text = RoutineText.objects.get(version=draft)
        actions.save_draft(version=draft, text=f"{TEXT}# först", seen=text.id, by=manager, at=MONDAY)
        posting = actions.add_posting(routine=kept.routine, unit=place.north, place="Köket", by=manager, at=MONDAY)
        other = shelf(TEXT.replace("id: exorlive", "id: other")).routine
        return cls(place, kept, draft, posting, other)

    @property
    def seen(self) -> int:
        return RoutineText.objects.filter(version=self.draft).latest("id").id


Action = Callable[[Scene, Access], object]
ACTIONS: dict[str, tuple[str, Action]] = {  # who may, and what
    "import_draft": (
        "manager",
        lambda on, by: actions.import_draft(
            text=TEXT.replace("id: exorlive", "id: appva"), name="appva.yaml", by=by, at=LATER
        ),
    ),
    "save_draft": (
        "alva",
        lambda on, by: actions.save_draft(version=on.draft, text=f"{TEXT}# ny", seen=on.seen, by=by, at=LATER),
    ),
    "undo_draft": (
        "alva",
        lambda on, by: actions.undo_draft(version=on.draft, seen=on.seen, by=by, at=LATER),
    ),
    "start_draft": ("alva", lambda on, by: actions.start_draft(routine=on.other, by=by, at=LATER)),
    "move_version": (
        "mas",
        lambda on, by: actions.move_version(version=on.kept.version, move=Move.WITHDRAW, ground="Fel", by=by, at=LATER),
    ),
    "answer_scenario": (
        "bo",
        lambda on, by: actions.answer_scenario(
            version=on.kept.version, scenario="whom", choice="wait", by=by, at=LATER
        ),
    ),
    "confirm_known": ("alva", lambda on, by: actions.confirm_known(version=on.kept.version, by=by, at=LATER)),
    "remind": (
        "manager",
        lambda on, by: actions.remind(version=on.kept.version, user=on.town.bo, by=by, at=LATER),
    ),
    "add_posting": (
        "manager",
        lambda on, by: actions.add_posting(
            routine=on.kept.routine, unit=on.town.north, place="Hallen", by=by, at=LATER
        ),
    ),
    "check_posting": (
        "bo",
        lambda on, by: actions.check_posting(posting=on.posting, version=on.kept.version, by=by, at=LATER),
    ),
    "remove_posting": ("manager", lambda on, by: actions.remove_posting(posting=on.posting, by=by, at=LATER)),
    "keep_run": (
        "bo",
        lambda on, by: actions.keep_run(
            version=on.kept.version, situation="phones-down", answers={"one-device": "no"}, by=by, at=LATER
        ),
    ),
    "put_shipped": (
        "mas",
        lambda on, by: actions.put_shipped(
            text=TEXT.replace("id: exorlive", "id: appva"), name="appva.yaml", by=by, at=LATER
        ),
    ),
}
FOR_ALL = {"keep_run"}  # what to do when systems fail is asked without signing in


def rows() -> dict[str, list[object]]:
    """All that the routine's tables hold."""
    return {
        table.__name__: list(table._default_manager.order_by("pk").values())
        for table in apps.get_app_config("routine").get_models()
    }


def test_each_is_here() -> None:
    assert set(ACTIONS) == set(actions.__all__)


@pytest.mark.parametrize("name", ACTIONS)
def test_it_happens_and_is_recorded_as_one_event(name: str) -> None:
    scene, (who, act) = Scene.made(), ACTIONS[name]
    before, held = ledger.head().position, rows()
    act(scene, scene.town.access(getattr(scene.town, who)))
    (event,) = ledger.events_since(before)
    assert (event.by, event.happened_at) == (str(getattr(scene.town, who)), LATER)
    assert rows() != held


@pytest.mark.parametrize("name", ACTIONS)
def test_nothing_is_left_half_done_when_it_cannot_be_recorded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scene, (who, act) = Scene.made(), ACTIONS[name]
    held = rows()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("disk full")

    for module in ("drafts", "guide", "known", "moves", "postings", "shipped"):
        monkeypatch.setattr(f"beredd.routine.actions.{module}.append", fail)
    with pytest.raises(RuntimeError):
        act(scene, scene.town.access(getattr(scene.town, who)))
    assert rows() == held


@pytest.mark.parametrize("name", sorted(set(ACTIONS) - FOR_ALL))
def test_the_wrong_one_is_refused_with_a_reason(name: str) -> None:
    """Cilla is in another unit, of another employer; the helpdesk reads no routine. Each may what is theirs."""
    scene, (_who, act) = Scene.made(), ACTIONS[name]
    wrong = helpdesk() if name in ("answer_scenario", "confirm_known") else scene.town.cilla
    before, held = ledger.head().position, rows()
    with pytest.raises(Refused) as refused:
        act(scene, scene.town.access(wrong))
    assert refused.value.code in {"not_allowed", "not_for_you"}
    assert refused.value.text
    assert (ledger.head().position, rows()) == (before, held)


@pytest.mark.parametrize("name", ["start_draft", "save_draft", "move_version", "remind", "add_posting", "put_shipped"])
def test_bo_neither_writes_decides_nor_follows(name: str) -> None:
    scene = Scene.made()
    with pytest.raises(Refused):
        ACTIONS[name][1](scene, scene.town.access(scene.town.bo))


def test_the_guides_answers_are_kept_for_who_has_not_signed_in() -> None:
    scene = Scene.made()
    before = ledger.head().position
    for _ in range(2):  # a double click keeps them once
        ACTIONS["keep_run"][1](scene, ANYBODY)
    (event,) = ledger.events_since(before)
    assert (event.kind, event.by) == ("guide.kept", str(ANYBODY.user))


def helpdesk() -> UUID:
    return user("hugo", "Hugo Hjelm", Role.HELPDESK, "north")
