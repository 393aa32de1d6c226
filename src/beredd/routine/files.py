"""A routine's file from the disk: never more than is worth reading, and never a letter misread."""

from pathlib import Path

from beredd.routine.rules.document import LARGEST
from beredd.routine.rules.faults import RoutineFaults, fault
from beredd.routine.rules.reading import Reading, read_with_remarks

MOST_BYTES = 4 * LARGEST + 1  # as many as that number of letters can have, and one more


def read_file(path: Path) -> Reading:
    """Raises RoutineFaults, and OSError where there is no such file."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        line = content[: why.start].count(b"\n") + 1
        raise RoutineFaults([fault("not_text", path.name, line)]) from None
    return read_with_remarks(text, path.name)
