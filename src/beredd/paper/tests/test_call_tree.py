"""The call tree names everybody once, with whom each rings; archivable like all our paper."""

from datetime import timedelta
from io import BytesIO

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from beredd.notices.rules.book import Group, Recipient, Step
from beredd.notices.rules.call_tree import call_tree
from beredd.paper.call_tree import call_trees
from beredd.paper.tests.test_archivable import faults
from beredd.people.factories import MONDAY

KEYS = tuple("abcdefgh")
PEOPLE = {key: Recipient(key, f"Name {key}", {}, f"070-174 06 0{n}") for n, key in enumerate(KEYS)}
steps = st.builds(
    Step,
    st.integers(0, 60).map(lambda n: timedelta(minutes=n)),
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=5).map(tuple),
)


@given(st.lists(steps, min_size=1, max_size=4).map(tuple))
def test_everybody_is_rung_once_and_the_first_by_whoever_begins(steps: tuple[Step, ...]) -> None:
    group = Group("g", "G", steps)
    calls = call_tree(group, PEOPLE)
    assert sorted(one.name for one in calls) == sorted(PEOPLE[key].name for key in group.recipients)
    rung = [name for one in calls for name in one.rings]
    assert len(rung) == len(set(rung))
    first = {PEOPLE[key].name for step in steps for key in step.recipients if step.after == min(s.after for s in steps)}
    assert {one.name for one in calls} - set(rung) <= first


def test_the_paper_says_who_rings_whom() -> None:
    group = Group("g", "Beredskap", (Step(timedelta(0), ("a",)), Step(timedelta(minutes=20), ("b", "c"))))
    pdf = call_trees([group], PEOPLE, at=MONDAY)
    assert not faults(pdf, "2a")
    assert not faults(pdf, "ua1")
    text = pypdfium2.PdfDocument(BytesIO(pdf))[0].get_textpage().get_text_bounded()
    for said in ("Ringlista: Beredskap", "Name a", "070-174 06 00", "Name b, Name c", "efter 20 min"):
        assert said in " ".join(text.split())


def test_the_same_again_is_the_same_bytes() -> None:
    group = Group("g", "Beredskap", (Step(timedelta(0), ("a",)),))
    assert call_trees([group], PEOPLE, at=MONDAY) == call_trees([group], PEOPLE, at=MONDAY)
