"""Writing and signing programmes: saved at each change, undone and redone, locked once signed, a patient's own."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from beredd.care import actions, queries
from beredd.care.actions.drafts import UnknownDraft
from beredd.care.actions.prescriptions import UnknownProgramme
from beredd.care.actions.programmes import EmptyProgramme, NothingChanged
from beredd.care.actions.scope import UnknownPatient
from beredd.care.factories import patient, prescription
from beredd.care.models import DraftStep, Exercise, ProgrammeDraft, ProgrammeItem, ProgrammeVersion
from beredd.care.queries import DraftRow
from beredd.care.rules.programme import Add, BadProgramme, Change, Dose, Item, Move, Remove, Rename
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import SYSTEM, NotAllowed
from beredd.people.rules.roles import Role

pytestmark = pytest.mark.django_db


class Scene:
    """Alva writes a programme for Greta; the library has two exercises."""

    def __init__(self, *, for_greta: bool = True) -> None:
        self.town: Town = town()
        self.greta = patient(self.town)
        self.alva = self.town.access(self.town.alva)
        self.rise, self.heel = (self.exercise(key) for key in ("rise", "heel"))
        self.draft = self.begin(patient=self.greta if for_greta else None)

    def exercise(self, key: str) -> UUID:
        id = uuid4()
        actions.put_exercise(id=id, key=key, name=key, content={}, by=SYSTEM, at=MONDAY)
        return id

    def begin(self, *, patient: UUID | None = None, unit: UUID | None = None, copy_of: UUID | None = None) -> UUID:
        return actions.begin_programme(name="Ben", patient=patient, unit=unit, copy_of=copy_of, by=self.alva, at=MONDAY)

    def change(self, *changes: Change) -> None:
        for change in changes:
            actions.change_draft(draft=self.draft, change=change, by=self.alva, at=MONDAY)

    def row(self) -> DraftRow:
        row = queries.draft(self.alva, self.draft)
        assert row
        return row

    def names(self) -> list[str]:
        return [line.item.exercise.name for line in self.row().lines]

    def sign(self) -> UUID:
        return actions.sign_programme(draft=self.draft, by=self.alva, at=MONDAY)


def test_every_change_is_there_when_it_is_opened_again() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise)), Add(Item(scene.heel)), Dose(1, sets=3, repetitions=8, note="Stå nära"))
    scene.change(Move(2, 1), Rename("Ben och  balans"))
    row = scene.row()
    assert scene.names() == ["heel", "rise"]
    assert (row.lines[1].item.sets, row.lines[1].item.repetitions, row.lines[1].item.note) == (3, 8, "Stå nära")
    assert (row.name, row.number, row.patient) == ("Ben och balans", 1, scene.greta)


def test_a_change_that_changes_nothing_is_no_step() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise, sets=2)))
    assert not actions.change_draft(draft=scene.draft, change=Dose(1, sets=2), by=scene.alva, at=MONDAY)
    assert DraftStep.objects.filter(draft=scene.draft).count() == 2


def test_what_was_removed_comes_back_by_undoing_and_goes_by_redoing() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise, sets=2)), Add(Item(scene.heel)), Remove(1))
    undoes = scene.row().undoes
    assert undoes
    assert (undoes.kind, undoes.exercise and undoes.exercise.name) == ("remove", "rise")
    assert actions.undo_change(draft=scene.draft, by=scene.alva, at=MONDAY)
    assert scene.names() == ["rise", "heel"]
    assert actions.redo_change(draft=scene.draft, by=scene.alva, at=MONDAY)
    assert scene.names() == ["heel"]
    assert not actions.redo_change(draft=scene.draft, by=scene.alva, at=MONDAY)


def test_there_is_nothing_to_undo_before_the_beginning() -> None:
    scene = Scene()
    assert not actions.undo_change(draft=scene.draft, by=scene.alva, at=MONDAY)


def test_a_new_change_after_undoing_leaves_nothing_to_redo() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise)))
    actions.undo_change(draft=scene.draft, by=scene.alva, at=MONDAY)
    scene.change(Add(Item(scene.heel)))
    assert scene.names() == ["heel"]
    assert scene.row().redoes is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Dose(1, sets=0), "sets"),
        (Dose(1, repetitions=201), "repetitions"),
        (Dose(1, seconds=3601), "seconds"),
        (Dose(1, load="x" * 41), "load"),
        (Dose(1, side="up"), "side"),
        (Dose(1, note="x" * 301), "note"),
        (Dose(7), "line"),
        (Remove(7), "line"),
        (Rename(" "), "name"),
        (Rename("x" * 121), "name"),
        (Add(Item(uuid4())), "exercise"),
    ],
)
def test_what_is_wrong_is_named_and_changes_nothing(change: Change, code: str) -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise)))
    before = scene.row()
    with pytest.raises(BadProgramme) as refused:
        scene.change(change)
    assert refused.value.code == code
    assert scene.row() == before


def test_thirty_exercises_are_enough() -> None:
    scene = Scene()
    scene.change(*[Add(Item(scene.rise))] * 30)
    with pytest.raises(BadProgramme) as refused:
        scene.change(Add(Item(scene.rise)))
    assert refused.value.code == "exercises"


def test_signing_makes_a_version_by_name_and_time_and_closes_the_draft() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise, sets=2)))
    row = queries.programme(scene.alva, scene.sign())
    assert row
    assert (row.number, row.made_by, row.made_at, row.patient) == (1, "Alva Ek", MONDAY, scene.greta)
    assert queries.draft(scene.alva, scene.draft) is None
    with pytest.raises(UnknownDraft):
        scene.change(Add(Item(scene.heel)))


def test_another_units_own_exercise_cannot_be_added() -> None:
    scene = Scene()
    Exercise.objects.filter(id=scene.rise).update(unit=scene.town.south)
    with pytest.raises(BadProgramme) as refused:
        scene.change(Add(Item(scene.rise)))
    assert refused.value.code == "exercise"


def test_what_is_signed_cannot_be_changed_even_in_the_database() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise, sets=2)))
    scene.sign()
    for change in (
        lambda: ProgrammeItem.objects.update(sets=3),
        lambda: ProgrammeItem.objects.all().delete(),
        lambda: ProgrammeVersion.objects.update(number=7),
    ):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            change()
    assert ProgrammeItem.objects.get().sets == 2


def test_a_programme_without_exercises_is_not_signed() -> None:
    scene = Scene()
    with pytest.raises(EmptyProgramme):
        scene.sign()
    assert queries.draft(scene.alva, scene.draft)


def test_a_new_version_begins_from_the_old_and_leaves_it_as_it_was() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise, sets=2)))
    programme = scene.sign()
    scene.draft = actions.begin_version(programme=programme, by=scene.alva, at=MONDAY)
    assert actions.begin_version(programme=programme, by=scene.alva, at=MONDAY) == scene.draft
    with pytest.raises(NothingChanged):
        scene.sign()
    with pytest.raises(BadProgramme):
        scene.change(Rename("Något annat"))
    scene.change(Dose(1, sets=3))
    assert scene.sign() == programme
    history = queries.programme_history(scene.alva, programme)
    assert [(one.number, one.items[0].sets) for one in history] == [(2, 3), (1, 2)]


def test_a_copy_is_another_programme_and_counts_for_where_it_came_from() -> None:
    scene = Scene(for_greta=False)
    scene.change(Add(Item(scene.rise)))
    template = scene.sign()
    scene.draft = scene.begin(patient=scene.greta, copy_of=template)
    assert scene.names() == ["rise"]
    own = scene.sign()
    assert own != template
    prescription(scene.town, scene.greta, programme=own)
    prescription(scene.town, scene.greta, "11:00", programme=template)
    (row,) = queries.templates(scene.alva, at=MONDAY)
    assert (row.programme.id, row.used) == (template, 2)
    assert [one.id for one in queries.patient_programmes(scene.alva, scene.greta)] == [own]


def test_a_prescription_that_has_ended_uses_no_programme() -> None:
    scene = Scene(for_greta=False)
    scene.change(Add(Item(scene.rise)))
    template = scene.sign()
    id = prescription(scene.town, scene.greta, programme=template)
    assert queries.programmes_in_use(at=MONDAY) == {template: 1}
    actions.end_prescription(prescription=id, ends_on=MONDAY.date().replace(day=22), by=scene.alva, at=MONDAY)
    assert queries.programmes_in_use(at=MONDAY) == {}


def test_a_units_template_is_offered_in_that_unit_only_and_not_to_everybody() -> None:
    scene = Scene(for_greta=False)
    scene.draft = scene.begin(unit=scene.town.rehab)
    scene.change(Add(Item(scene.rise)))
    template = scene.sign()
    berit = user("berit", "Berit Ahl", Role.PHYSIOTHERAPIST, "south")
    assert [one.programme.id for one in queries.templates(scene.alva, at=MONDAY)] == [template]
    assert queries.templates(scene.town.access(berit), at=MONDAY) == []
    assert queries.programmes() == []
    with pytest.raises(NotAllowed):
        actions.begin_version(programme=template, by=scene.town.access(berit), at=MONDAY)


def test_a_patients_programme_is_nobody_elses() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise)))
    own = scene.sign()
    olle = patient(scene.town, "olle", identity="192803099810")
    with pytest.raises(UnknownProgramme):
        prescription(scene.town, olle, programme=own)
    assert queries.programmes() == []
    assert queries.programme(scene.town.access(scene.town.cilla), own) is None
    berit = scene.town.access(user("berit", "Berit Ahl", Role.PHYSIOTHERAPIST, "south"))
    with pytest.raises(UnknownPatient):
        actions.begin_programme(name="Ben", patient=None, unit=None, copy_of=own, by=berit, at=MONDAY)
    with pytest.raises(UnknownPatient):
        actions.begin_version(programme=own, by=berit, at=MONDAY)


def test_a_draft_is_its_writers() -> None:
    scene = Scene()
    dan = scene.town.access(user("dan", "Dan Ros", Role.PHYSIOTHERAPIST, "rehab", "north"))
    assert queries.draft(dan, scene.draft) is None
    assert queries.drafts(dan) == []
    assert [one.patient_name for one in queries.drafts(scene.alva)] == ["Greta Holm"]
    with pytest.raises(UnknownDraft):
        actions.change_draft(draft=scene.draft, change=Add(Item(scene.rise)), by=dan, at=MONDAY)


def test_a_patient_who_has_moved_out_of_reach_takes_the_draft_along() -> None:
    scene = Scene()
    patient(scene.town, unit=scene.town.south, rehab_unit=scene.town.south)
    assert queries.drafts(scene.alva) == []
    with pytest.raises(UnknownPatient):
        scene.change(Add(Item(scene.rise)))


def test_a_discarded_draft_is_gone() -> None:
    scene = Scene()
    actions.discard_draft(draft=scene.draft, by=scene.alva, at=MONDAY)
    assert not ProgrammeDraft.objects.exists()
    assert not DraftStep.objects.exists()


def test_a_hundred_steps_can_be_undone_and_older_ones_are_let_go() -> None:
    scene = Scene()
    scene.change(Add(Item(scene.rise)))
    scene.change(*(Dose(1, sets=1 + number % 2) for number in range(110)))
    assert DraftStep.objects.filter(draft=scene.draft).count() == 102
    while actions.undo_change(draft=scene.draft, by=scene.alva, at=MONDAY):
        pass
    assert scene.names() == ["rise"]
