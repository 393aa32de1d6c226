"""Whatever the text: a routine, or faults with file, line and reason. Never anything else."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from beredd.routine.rules.faults import MOST, RoutineFaults
from beredd.routine.rules.reading import read
from beredd.routine.rules.routine import Routine
from beredd.routine.tests.routines import text

WHOLE = text("exorlive")
LINES = WHOLE.split("\n")
SIGNS = st.sampled_from(
    [*":-[]{}&*!|>'\"#%@`,?~ \t\n\\", "---", "...", "<<", "!!python/object:os.system", "\x00", "\ufeff"]
)
BITS = st.one_of(SIGNS, st.sampled_from(LINES), st.text(max_size=20), st.integers().map(str), st.dates().map(str))


def reads(text: str) -> Routine | None:
    try:
        return read(text, "any.yaml")
    except RoutineFaults as refused:
        last = text.count("\n") + 1
        assert 1 <= len(refused.faults) <= MOST
        for one in refused.faults:
            assert one.file == "any.yaml"
            assert 1 <= one.line <= last
            assert one.reason % one.params
        return None


@given(st.text(max_size=400))
@example("a: &a [*a]")
@example("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]")
@example("{" * 2000)
@example("- " * 2000)
@example("? " * 2000)
@example("!!python/object/apply:os.system [ls]")
@example("%TAG ! tag:x,2000:\n---\n!a b")
@example("<<: {id: x}")
@example("a: |\n  b\n\tc")
def test_any_text_at_all(text: str) -> None:
    reads(text)


@given(st.binary(max_size=400))
def test_any_bytes_read_as_latin(content: bytes) -> None:
    reads(content.decode("latin-1"))


@given(st.lists(BITS, max_size=60).map("".join))
def test_yaml_gone_wild(text: str) -> None:
    reads(text)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(LINES) - 1), st.integers(0, 80), st.integers(0, 3), BITS)
def test_a_routine_with_one_place_changed(number: int, column: int, cut: int, bit: str) -> None:
    line = LINES[number]
    changed = line[:column] + bit + line[column + cut :]
    reads("\n".join([*LINES[:number], changed, *LINES[number + 1 :]]))


@settings(deadline=None)
@given(st.sets(st.integers(0, len(LINES) - 1), max_size=12))
def test_a_routine_with_lines_left_out(left_out: set[int]) -> None:
    reads("\n".join(line for number, line in enumerate(LINES) if number not in left_out))


@settings(deadline=None)
@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1))
def test_a_routine_with_a_line_moved(from_line: int, to_line: int) -> None:
    lines = LINES.copy()
    lines.insert(to_line, lines.pop(from_line))
    reads("\n".join(lines))


def test_a_megabyte_is_refused_at_once() -> None:
    for junk in ("x" * 1_000_000, "a: [" * 250_000, "- \n" * 333_333):
        assert reads(junk) is None


def test_as_much_as_is_let_in_is_read_in_seconds() -> None:
    for junk in (
        "- x\n" * 60_000,
        "a: {b: c}\n" + "".join(f"k{n}: v\n" for n in range(20_000)),
        "[" + "a," * 100_000 + "]",
    ):
        assert reads(junk) is None
