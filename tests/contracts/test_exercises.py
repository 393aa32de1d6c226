"""The exercise library is complete, readable in both languages, and drawn from its poses."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from beredd.care.rules.exercise import kinds
from beredd.figures.scenes import SCENES, drawings

FOLDER = Path(__file__).parents[2] / "content" / "exercises"
LANGUAGES = {"sv", "en"}
FIELDS = {
    *("key", "name", "start", "how", "watch", "easier", "harder", "ask_first"),
    *("position", "needs", "equipment", "region", "function", "kva", "default_dose", "pictures", "motion"),
}
LARGEST_PICTURE, LARGEST_MOTION = 6 * 1024, 40 * 1024
DRAWN = {"svg", "rect", "path", "g", "circle", "ellipse"}
MOVING = {"animate", "animateTransform"}

files = sorted(FOLDER.glob("*.json"))
pictures = sorted(FOLDER.glob("*.svg"))
LEAST = 60
each_exercise = pytest.mark.parametrize("file", files, ids=lambda file: file.stem)
each_picture = pytest.mark.parametrize("file", pictures, ids=lambda file: file.stem)


def read(file):
    return json.loads(file.read_text(encoding="utf-8"))


def test_every_exercise_is_drawn_and_every_drawing_has_an_exercise():
    assert len(files) >= LEAST
    assert {file.stem for file in files} == set(SCENES)


@each_exercise
def test_an_exercise_has_every_field_and_is_named_as_its_file(file):
    exercise = read(file)
    assert set(exercise) == FIELDS
    assert exercise["key"] == file.stem
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", exercise["key"])
    sorted_under = kinds(exercise)
    assert sorted_under.position and sorted_under.region and sorted_under.function and sorted_under.needs


@each_exercise
def test_an_exercise_can_be_read_aloud_in_both_languages(file):
    exercise = read(file)
    texts = [exercise[field] for field in ("name", "start", "watch", "easier", "harder")]
    texts += [exercise["equipment"]] if exercise["equipment"] is not None else []
    texts += [picture["alt"] for picture in exercise["pictures"]]
    for text in texts:
        assert set(text) == LANGUAGES
        assert all(words.strip() == words and words for words in text.values())
    steps = exercise["how"]
    assert set(steps) == LANGUAGES
    assert len(steps["sv"]) == len(steps["en"]) >= 3
    questions = exercise["ask_first"]
    assert set(questions) == LANGUAGES
    assert len(questions["sv"]) == len(questions["en"]) >= 1
    assert all(question.endswith("?") for language in LANGUAGES for question in questions[language])
    assert all(step.endswith(".") for language in LANGUAGES for step in steps[language])


@each_exercise
def test_the_sentences_are_short(file):
    exercise = read(file)
    said = [exercise[field]["sv"] for field in ("start", "watch", "easier", "harder")]
    said += [*exercise["how"]["sv"], *exercise["ask_first"]["sv"]]
    sentences = [sentence for text in said for sentence in text.split(". ")]
    assert max(len(sentence.split()) for sentence in sentences) <= 16


@each_exercise
def test_the_default_dose_counts_repetitions_or_seconds(file):
    dose = read(file)["default_dose"]
    assert set(dose) == {"sets", "repetitions", "seconds"}
    assert dose["sets"] >= 1
    assert (dose["repetitions"] is None) != (dose["seconds"] is None)


@each_exercise
def test_an_exercise_shows_at_least_its_start_and_its_end(file):
    exercise = read(file)
    shown = [picture["file"] for picture in exercise["pictures"]]
    assert shown == sorted(p.name for p in pictures if re.fullmatch(rf"{file.stem}-\d", p.stem))
    assert len(shown) >= 2
    assert (FOLDER / exercise["motion"]).name == f"{file.stem}-motion.svg"


def test_the_pictures_are_what_the_poses_draw():
    assert {file.name: file.read_bytes() for file in pictures} == {
        name: svg.encode() for name, svg in drawings().items()
    }


@each_picture
def test_a_picture_is_small_and_only_shapes(file):
    moves = file.stem.endswith("-motion")
    assert file.stat().st_size <= (LARGEST_MOTION if moves else LARGEST_PICTURE)
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 320 320"
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in (DRAWN | MOVING if moves else DRAWN)
        assert not [name for name in element.attrib if "href" in name or name.startswith("on") or name == "style"]
