"""From data to PDF. Typst does it, with our templates and our fonts: the same data gives the same bytes."""

import json
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from os import cpu_count
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import typst

from beredd.paper.join import join

HERE = Path(__file__).parent
TEMPLATES, FONTS, NO_PACKAGES = HERE / "templates", HERE / "fonts", HERE / "templates" / "packages"
STANDARDS: Any = ["a-2a", "ua-1"]  # archivable for ten years, and readable aloud
PARTS_A_PROCESS = 4  # Typst remembers what it has set: a new process forgets
LONGEST = 120  # seconds for a part, which takes one or two

Data = Mapping[str, Any]


def render(parts: Iterable[Data], out: BinaryIO, *, at: datetime) -> None:
    """One PDF of all parts, dated `at`. A single part is made here; more are shared out between processes."""
    moment, coming = int(at.astimezone(UTC).timestamp()), iter(parts)
    first = list(islice(coming, 2))
    if len(first) == 1:
        out.write(compile_part(json.dumps(first[0], ensure_ascii=False), moment))
        return
    join(_shared_out(chain(first, coming), moment), out)


def compile_part(said: str, moment: int) -> bytes:
    """`said`: the data as JSON; `moment`: seconds since 1970."""
    made = _compiler().compile(format="pdf", sys_inputs={"data": said}, pdf_standards=STANDARDS, timestamp=moment)
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF.")
    return made


def _shared_out(parts: Iterable[Data], moment: int) -> Iterator[bytes]:
    """In the order given, with no more under way than there are hands: the rest is not even made yet."""
    hands = cpu_count() or 1
    with ProcessPoolExecutor(hands, get_context("spawn"), end_with_parent, max_tasks_per_child=PARTS_A_PROCESS) as pool:
        under_way: deque[Future[bytes]] = deque()
        for part in parts:
            under_way.append(pool.submit(compile_part, json.dumps(part, ensure_ascii=False), moment))
            if len(under_way) > hands:
                yield under_way.popleft().result(LONGEST)
        while under_way:
            yield under_way.popleft().result(LONGEST)


def end_with_parent() -> None:
    """Begins every helper: one whose parent is killed would otherwise wait for work for ever."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Reads nothing outside the templates and fetches no packages."""
    return typst.Compiler(
        TEMPLATES / "pack.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        package_path=NO_PACKAGES,
        package_cache_path=NO_PACKAGES,
    )
