"""Every action of care writes exactly one event, or nothing at all; and the wrong one is refused with a reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.apps import apps

from beredd.care import actions
from beredd.care.factories import OWN, content, own_exercise, patient, prescription, put_photo
from beredd.care.rules.programme import Add, Dose
from beredd.care.tests.files import pdf
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import Access, Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
PDF = pdf("Ben")


@dataclass(frozen=True)
class Scene:
    """Greta with a prescription and a pause, an exercise, a programme, one that Alva is writing, and own exercises."""

    town: Town
    greta: UUID
    prescription: UUID
    pause: UUID
    exercise: UUID
    draft: UUID
    programme: UUID
    own: UUID
    photo: UUID
    retired: UUID

    @classmethod
    def made(cls) -> "Scene":
        place = town()
        greta, exercise, alva = patient(place), uuid4(), place.access(place.alva)
        actions.put_exercise(id=exercise, key="rise", name="Uppresning", content={}, by=alva, at=MONDAY)
        away = actions.pause(patient=greta, reason="away", starts_at=MONDAY, ends_at=None, by=alva, at=MONDAY)
        draft = actions.begin_programme(name="Ben", patient=greta, unit=None, copy_of=None, by=alva, at=MONDAY)
        for sets in (2, 3):
            actions.change_draft(draft=draft, change=Add(actions.Item(exercise, sets=sets)), by=alva, at=MONDAY)
        actions.undo_change(draft=draft, by=alva, at=MONDAY)
        programme = uuid4()
        items = [actions.Item(exercise, sets=2)]
        actions.put_programme(id=programme, key="balance", name="Balans", items=items, by=alva, at=MONDAY)
        return cls(place, greta, prescription(place, greta), away, exercise, draft, programme, *own(place))


def own(place: Town) -> tuple[UUID, UUID, UUID]:
    """One with a photo, the photo, and one that is retired."""
    with_photo, retired = own_exercise(place), own_exercise(place)
    actions.retire_exercise(exercise=retired, by=place.access(place.alva), at=MONDAY)
    return with_photo, put_photo(place, with_photo, b"the picture"), retired


Action = Callable[[Scene, Access], object]
ACTIONS: dict[str, Action] = {
    "prescribe": lambda on, by: actions.prescribe(
        patient=on.greta, content=content("12:00"), effective_at=MONDAY, by=by, at=MONDAY
    ),
    "change_prescription": lambda on, by: actions.change_prescription(
        prescription=on.prescription, content=content("12:00"), effective_at=MONDAY, by=by, at=MONDAY
    ),
    "end_prescription": lambda on, by: actions.end_prescription(
        prescription=on.prescription, ends_on=DAY, by=by, at=MONDAY
    ),
    "put_prescription": lambda on, by: actions.put_prescription(
        id=uuid4(),
        key="new",
        patient=on.greta,
        content=content("12:00"),
        effective_at=MONDAY,
        prescribed_by=on.town.alva,
        by=by,
        at=MONDAY,
    ),
    "pause": lambda on, by: actions.pause(
        patient=on.greta, reason="hospital", starts_at=MONDAY, ends_at=None, by=by, at=MONDAY
    ),
    "end_pause": lambda on, by: actions.end_pause(
        pause=on.pause, ends_at=MONDAY + timedelta(hours=1), by=by, at=MONDAY
    ),
    "assign": lambda on, by: actions.assign(patient=on.greta, day=DAY, performer=on.town.bo, by=by, at=MONDAY),
    "skip": lambda on, by: actions.skip(patient=on.greta, day=DAY, reason="Hos dottern", by=by, at=MONDAY),
    "put_patient": lambda on, by: actions.put_patient(
        id=uuid4(),
        key="new",
        name="Ny",
        identity="192803099810",
        identity_kind="personnummer",
        unit=on.town.north,
        rehab_unit=on.town.rehab,
        by=by,
        at=MONDAY,
    ),
    "put_exercise": lambda on, by: actions.put_exercise(
        id=on.exercise, key="rise", name="Res dig", content={}, by=by, at=MONDAY
    ),
    "put_programme": lambda on, by: actions.put_programme(
        id=uuid4(), key="legs", name="Ben", items=[actions.Item(on.exercise, sets=2)], by=by, at=MONDAY
    ),
    "begin_programme": lambda on, by: actions.begin_programme(
        name="Mer", patient=on.greta, unit=None, copy_of=on.programme, by=by, at=MONDAY
    ),
    "begin_version": lambda on, by: actions.begin_version(programme=on.programme, by=by, at=MONDAY),
    "change_draft": lambda on, by: actions.change_draft(draft=on.draft, change=Dose(1, sets=4), by=by, at=MONDAY),
    "undo_change": lambda on, by: actions.undo_change(draft=on.draft, by=by, at=MONDAY),
    "redo_change": lambda on, by: actions.redo_change(draft=on.draft, by=by, at=MONDAY),
    "discard_draft": lambda on, by: actions.discard_draft(draft=on.draft, by=by, at=MONDAY),
    "write_exercise": lambda on, by: actions.write_exercise(
        unit=on.town.rehab, content=OWN, photos=[], by=by, at=MONDAY
    ),
    "change_exercise": lambda on, by: actions.change_exercise(
        exercise=on.own, content={**OWN, "kva": "QV001"}, alts={}, photos=[], by=by, at=MONDAY
    ),
    "retire_exercise": lambda on, by: actions.retire_exercise(exercise=on.own, by=by, at=MONDAY),
    "bring_back_exercise": lambda on, by: actions.bring_back_exercise(exercise=on.retired, by=by, at=MONDAY),
    "withdraw_photo": lambda on, by: actions.withdraw_photo(photo=on.photo, by=by, at=MONDAY),
    "put_document": lambda on, by: actions.put_document(
        patient=on.greta, programme=None, name="Ben", source="ExorLive", dated=DAY, pdf=PDF, by=by, at=MONDAY
    ),
    "sign_programme": lambda on, by: actions.sign_programme(draft=on.draft, by=by, at=MONDAY),
}


def rows() -> dict[str, list[object]]:
    """All that care's tables hold."""
    return {
        table.__name__: list(table._default_manager.order_by("pk").values())
        for table in apps.get_app_config("care").get_models()
    }


def test_each_is_here() -> None:
    others = {"Item", "NewPhoto", "open_patient"}  # forms, and a look that is in the access log
    assert set(ACTIONS) == set(actions.__all__) - others


@pytest.mark.parametrize("name", ACTIONS)
def test_it_is_recorded_as_one_event(name: str) -> None:
    scene = Scene.made()
    before, held = ledger.head().position, rows()
    ACTIONS[name](scene, scene.town.access(scene.town.alva))
    (event,) = ledger.events_since(before)
    assert (event.by, event.happened_at) == (str(scene.town.alva), MONDAY)
    assert rows() != held


@pytest.mark.parametrize("name", ACTIONS)
def test_nothing_is_left_half_done_when_it_cannot_be_recorded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene.made()
    held = rows()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("disk full")

    for module in (
        "coverage",
        "documents",
        "drafts",
        "library",
        "own",
        "patients",
        "pauses",
        "prescriptions",
        "programmes",
    ):
        monkeypatch.setattr(f"beredd.care.actions.{module}.append", fail)
    with pytest.raises(RuntimeError):
        ACTIONS[name](scene, scene.town.access(scene.town.alva))
    assert rows() == held


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("who", ["bo", "cilla"])
def test_the_wrong_one_is_refused_with_a_reason(name: str, who: str) -> None:
    scene = Scene.made()
    before, held = ledger.head().position, rows()
    with pytest.raises(Refused) as refused:
        ACTIONS[name](scene, scene.town.access(getattr(scene.town, who)))
    assert refused.value.code in {"not_allowed", "unknown_patient", "unknown_exercise"}
    assert refused.value.text
    assert (ledger.head().position, rows()) == (before, held)
