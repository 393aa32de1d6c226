"""A unit's own exercises: what they must say, who sees them, their states, and pictures that can be taken back."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from beredd.care import actions, queries
from beredd.care.actions import NewPhoto
from beredd.care.factories import OWN, own_exercise, patient, prescription, put_photo
from beredd.care.models import ExercisePhoto
from beredd.care.queries import Wanted, search_exercises
from beredd.care.rules.exercise import UnknownKind
from beredd.care.rules.own import BadExercise, Consent
from beredd.care.rules.programme import Add
from beredd.care.tests.files import photo, picture
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
ALT = {"sv": "Kannan lutas över krukan."}
YES = Consent("Greta Holm", date(2026, 11, 20), "Rehab, 0303-123 45")


def write(place: Town, *photos: NewPhoto, **more: Any) -> UUID:
    by = place.access(place.alva)
    return actions.write_exercise(unit=place.rehab, content={**OWN, **more}, photos=photos, by=by, at=MONDAY)


def test_it_says_what_was_written_in_the_form_of_the_library() -> None:
    place = town()
    row = queries.exercise(place.access(place.alva), write(place, how={"sv": [" Fatta  kannan. ", "", "Häll."]}))
    assert row and row.unit == place.rehab
    assert row.content["how"] == {"sv": ["Fatta kannan.", "Häll."]}
    assert row.content["easier"] is None
    assert (row.name, row.position, row.needs) == ("Häll vatten i blomkrukan", "sitting", ("table",))
    assert row.content["default_dose"] == {"sets": 1, "repetitions": 5, "seconds": None}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": {"en": "Pour"}}, "name"),
        ({"start": None}, "start"),
        ({"how": {"sv": ["", " "]}}, "how"),
        ({"how": {"sv": ["Häll."] * 9}}, "how"),
        ({"how": {"sv": ["Häll." * 60]}}, "how"),
        ({"watch": {"sv": "x" * 401}}, "watch"),
        ({"position": ""}, "position"),
        ({"default_dose": {}}, "sets"),
        ({"default_dose": {"sets": 1}}, "repetitions"),
        ({"default_dose": {"sets": 1, "seconds": 4000}}, "seconds"),
    ],
)
def test_what_a_performer_would_miss_is_asked_for(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(BadExercise) as refused:
        write(town(), **wrong)
    assert (refused.value.code, bool(refused.value.text)) == (code, True)


def test_it_is_sorted_under_words_that_exist() -> None:
    with pytest.raises(UnknownKind):
        write(town(), region="tail")


def test_a_picture_comes_with_words_and_without_what_the_camera_wrote() -> None:
    place = town()
    alva = place.access(place.alva)
    id = write(place, NewPhoto(photo(picture()), ALT, None))
    row = queries.exercise(alva, id)
    assert row
    (told,) = row.content["pictures"]
    assert told["alt"] == ALT
    image = queries.photo(alva, UUID(told["photo"]))
    assert image and image.startswith(b"\xff\xd8") and b"Exif" not in image
    (event,) = [one for one in ledger.history_of(("exercise", id))]
    assert ALT["sv"] in event.body and "consent_on" in event.body


@pytest.mark.parametrize(
    ("alt", "consent", "code"),
    [
        ({"sv": " "}, None, "alt"),
        ({"sv": "x" * 301}, None, "alt"),
        (ALT, Consent(" ", YES.on, YES.back), "consent_by"),
        (ALT, Consent(YES.by, date(2026, 11, 24), YES.back), "consent_on"),
        (ALT, Consent(YES.by, YES.on, ""), "consent_back"),
    ],
)
def test_a_picture_without_words_or_with_half_a_consent_is_refused(
    alt: dict[str, str], consent: Consent | None, code: str
) -> None:
    place = town()
    with pytest.raises(BadExercise) as refused:
        write(place, NewPhoto(photo(picture(300, 300)), alt, consent))
    assert refused.value.code == code
    assert not ExercisePhoto.objects.exists()


def test_a_fourth_picture_is_refused() -> None:
    place = town()
    id = own_exercise(place)
    for _ in range(3):
        put_photo(place, id, b"x")
    with pytest.raises(BadExercise) as refused:
        actions.change_exercise(
            exercise=id,
            content=OWN,
            alts={},
            photos=[NewPhoto(photo(picture(300, 300)), ALT, None)],
            by=place.access(place.alva),
            at=MONDAY,
        )
    assert refused.value.code == "photo"


def test_a_change_is_a_new_state_and_nothing_changed_is_none() -> None:
    place = town()
    alva, id = place.access(place.alva), own_exercise(place)
    held = put_photo(place, id, b"x")
    given: dict[str, Any] = {"exercise": id, "photos": [], "by": alva, "at": MONDAY + timedelta(hours=1)}
    assert actions.change_exercise(content={**OWN, "name": {"sv": "Vattna"}}, alts={}, **given)
    assert actions.change_exercise(content={**OWN, "name": {"sv": "Vattna"}}, alts={held: {"sv": "Kannan"}}, **given)
    assert not actions.change_exercise(content={**OWN, "name": {"sv": "Vattna"}}, alts={}, **given)
    told = queries.states(alva, id)
    assert [(one.number, one.content["name"]["sv"]) for one in told] == [
        (3, "Vattna"),
        (2, "Vattna"),
        (1, "Häll vatten i blomkrukan"),
    ]
    assert told[0].content["pictures"] == [{"photo": str(held), "alt": {"sv": "Kannan"}}]
    assert [row.id for row in search_exercises(alva, "vattna", Wanted(), limit=5)] == [id]


def test_a_retired_one_is_found_no_more_and_the_programme_keeps_it() -> None:
    place = town()
    alva, bo, id = place.access(place.alva), place.access(place.bo), own_exercise(place)
    programme = template(place, id)
    assert queries.exercise(bo, id) is None
    prescription(place, patient(place), programme=programme)
    actions.retire_exercise(exercise=id, by=alva, at=MONDAY)
    assert search_exercises(alva, "kanna", Wanted(), limit=5) == []
    seen = queries.exercise(bo, id)
    assert seen and seen.retired  # Bo carries it out at Greta's
    assert queries.exercise(place.access(place.cilla), id) is None
    actions.bring_back_exercise(exercise=id, by=alva, at=MONDAY)
    assert [row.id for row in search_exercises(alva, "kanna", Wanted(), limit=5)] == [id]


def template(place: Town, exercise: UUID) -> UUID:
    """Of the rehab unit."""
    when: dict[str, Any] = {"by": place.access(place.alva), "at": MONDAY}
    draft = actions.begin_programme(name="Händer", patient=None, unit=place.rehab, copy_of=None, **when)
    actions.change_draft(draft=draft, change=Add(actions.Item(exercise)), **when)
    return actions.sign_programme(draft=draft, **when)


def test_who_meets_it_in_a_programme_for_everybody_sees_it() -> None:
    place = town()
    id, cilla = own_exercise(place), place.access(place.cilla)
    assert queries.exercise(cilla, id) is None
    items = [actions.Item(id)]
    actions.put_programme(id=UUID(int=7), key="p", name="Händer", items=items, by=place.access(place.alva), at=MONDAY)
    assert queries.exercise(cilla, id)
    nobody = replace(cilla, memberships=())
    assert queries.exercise(nobody, id) is None


def test_a_picture_taken_back_is_gone_everywhere_and_the_record_of_it_stays() -> None:
    place = town()
    alva, id = place.access(place.alva), own_exercise(place)
    held = put_photo(place, id, b"Gretas ansikte", person=True, consent_by="Greta Holm", consent_on=YES.on)
    assert queries.exercise_documents([id], language="sv")[id]["pictures"][0]["photo"].startswith("data:image/jpeg")
    before = ledger.versions("exercise", [id])[id]
    actions.withdraw_photo(photo=held, by=alva, at=MONDAY + timedelta(days=1))
    assert queries.photo(alva, held) is None
    assert queries.exercise_documents([id], language="sv")[id]["pictures"] == []
    assert ledger.versions("exercise", [id])[id] > before  # so the phones fetch it again
    assert not ExercisePhoto.objects.filter(image=b"Gretas ansikte").exists()
    (kept,) = queries.photos(alva, id)
    assert (kept.consent_by, kept.withdrawn_by) == ("Greta Holm", "Alva Ek")
    assert queries.stored_drawings([held])[str(held)].count("<image") == 0
