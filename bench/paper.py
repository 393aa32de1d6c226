"""Pages of paper a second: ours, WeasyPrint and headless Chromium on the same content in the same run.

Content: for each patient a programme of two pages with drawings, a page of prescriptions and a month's signing list
with its back. Ours is tagged, archivable, numbered and joined; the peers print the same words, drawings and grid from
HTML. Each is measured by the clock and by the processors' seconds, for other work on the machine stretches the former.
"""

import argparse
import html
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True)
class Taken:
    """`memory`: MiB of the largest process, and of all of them at once at the most."""

    seconds: float
    processor: float
    pages: int
    memory: float
    together: float


def main(many: int, few: int, more: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")
    with TemporaryDirectory(prefix="beredd-bench-") as folder:
        os.environ["BEREDD_DATA"] = folder
        import django

        django.setup()
        rows = {
            f"Beredd, {many} patients": measured("ours", many),
            f"Beredd, {more} patients": measured("ours", more) if more else None,
            "Beredd, 1 patient": measured("ours", 1),
            f"WeasyPrint, {few} patients": measured("weasyprint", few),
            f"Chromium, {few} patients": measured("chromium", few),
        }
    print(f"\n{'':26}{'pages':>7}{'seconds':>9}{'pages/s':>9}{'cpu s':>8}{'pages/cpu s':>12}{'MiB':>6}{'in all':>8}")
    for name, one in rows.items():
        if one:
            rate, thrift = one.pages / one.seconds, one.pages / one.processor if one.processor else 0
            print(
                f"{name:26}{one.pages:>7}{one.seconds:>9.2f}{rate:>9.1f}"
                f"{one.processor:>8.1f}{thrift:>12.1f}{one.memory:>6.0f}{one.together:>8.0f}"
            )
    print(f"first page of one patient, in a running process: {first_page() * 1000:.0f} ms")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def measured(which: str, count: int) -> Taken | None:
    """In a process of its own; None, and why, when the peer is not to be had here."""
    command = [sys.executable, __file__, "--only", which, "--patients", str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{which}: not measured: {done.stderr.strip().splitlines()[-1]}")
        return None
    seconds, processor, pages, memory, together = map(float, done.stdout.split())
    return Taken(seconds, processor, int(pages), memory, together)


def only(which: str, count: int) -> None:
    import django

    django.setup()
    makers: dict[str, Callable[[int, Path], None]] = {"ours": ours, "weasyprint": weasyprint, "chromium": chromium}
    with TemporaryDirectory() as folder:
        out = Path(folder) / "pack.pdf"
        makers[which](1, out)  # what is read once
        before, began = spent(), time.perf_counter()
        makers[which](count, out)
        seconds, processor = time.perf_counter() - began, spent() - before
        mine, theirs = (
            resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        pages = pages_in(out)  # reading the file takes memory too, but is not ours to save
    hands = os.cpu_count() or 1
    print(seconds, processor, pages, max(mine, theirs), mine + theirs * (hands if which == "ours" and count > 1 else 1))


def spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def documents(count: int) -> Iterator[Any]:
    from bench import paper_town

    from beredd.paper.documents.draft import Numbered
    from beredd.paper.packs import patient_papers
    from beredd.paper.rules.sheet import CHANCE, sheet_id
    from beredd.paper.signing_codes import signing_codes

    codes = signing_codes()
    for facts in paper_town.patients(count):
        for number, draft in enumerate(patient_papers(facts, paper_town.MONTH, codes, paper_town.AT)):
            yield Numbered(draft, sheet_id((facts.patient.id.int + number) % CHANCE))


def parts(count: int) -> Iterator[dict[str, Any]]:
    from bench import paper_town

    from beredd.paper.assemble import assemble

    return assemble(documents(count), title="Bunt", by_name="Alva Ek", at=paper_town.AT)


def ours(count: int, out: Path) -> None:
    from bench import paper_town

    from beredd.paper.render import render

    with out.open("wb") as file:
        render(parts(count), file, at=paper_town.AT)


def weasyprint(count: int, out: Path) -> None:
    from weasyprint import HTML

    HTML(string=as_html(count)).write_pdf(out, pdf_variant="pdf/ua-1")


def chromium(count: int, out: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=os.environ["BEREDD_CHROMIUM"], args=flags)
        page = browser.new_page()
        page.set_content(as_html(count))
        page.pdf(path=out, prefer_css_page_size=True, tagged=True)
        browser.close()


def pages_in(file: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        return len(document)
    finally:
        document.close()


def first_page() -> float:
    """Seconds from what is known of a patient to the bytes of her prescription, in a running process."""
    from io import BytesIO

    from bench import paper_town

    from beredd.paper.assemble import assemble
    from beredd.paper.render import render

    best = float("inf")
    for number in range(1, 5):  # another patient each time: Typst remembers what it has set
        began = time.perf_counter()
        one = [list(documents(number))[-3]]
        render(assemble(one, title="Ordination", by_name="Alva Ek", at=paper_town.AT), BytesIO(), at=paper_town.AT)
        best = min(best, time.perf_counter() - began)
    return best


STYLE = """@page {size: A4; margin: 18mm} @page wide {size: A4 landscape; margin: 10mm} body {font: 10.5pt sans-serif}
section {break-after: page} .wide {page: wide} table {border-collapse: collapse; width: 100%} svg {width: 40mm}
td, th {border: .4pt solid #444; height: 9mm; font-size: 8pt} .grey {background: #ccc} .one {break-inside: avoid}"""


def as_html(count: int) -> str:
    body = "".join(section for part in parts(count) for one in part["documents"] for section in told(one, part))
    return f'<!doctype html><html lang="sv"><title>Bunt</title><style>{STYLE}</style>{body}'


def told(one: dict[str, Any], part: dict[str, Any]) -> Iterator[str]:
    """The same words, drawings and cells as the template has."""
    code, say = f"<div>{one['sheet']['codes'][0].replace('<svg', '<svg style=width:12mm')}</div>" * 2, html.escape
    head = f"{code}<h1>{say(one['title'])}</h1><p>{say(one['patient']['name'])} {one['patient']['identity']}</p>"
    if one["kind"] == "programme":
        blocks = (
            f"<div class=one><h2>{say(each['name'])} {say(each['dose'])}</h2>"
            + "".join(part["pictures"][picture["svg"]] for picture in each["pictures"])
            + f"<p>{say(each['start'])}</p><ol>{''.join(f'<li>{say(step)}' for step in each['how'])}</ol>"
            + f"<p>{say(each['watch'])}</p></div>"
            for each in one["exercises"]
        )
        yield f"<section>{head}{''.join(blocks)}</section>"
    elif one["kind"] == "prescription":
        rows = "".join(f"<tr><th>{say(a)}<td>{say(b)}" for each in one["prescriptions"] for a, b in each["facts"])
        yield f"<section>{head}<table>{rows}</table></section>"
    else:
        page, wide = one["page"], f"<section class=wide>{head}<table>"
        days = "".join(f"<th>{day['number'] if day else ''}" for day in page["days"])
        grid = "".join(f"<tr><th>{say(line['what'])} {line['when']}{marked(line['cells'])}" for line in page["lines"])
        roster = "".join(f"<tr><th>{say(each['name'])}{'<td>☐' * 31}" for each in one["roster"])
        yield f"{wide}<tr><th>{days}{grid}</table><table>{roster}</table></section>"
        yield f"{wide}{('<tr>' + '<td>' * 8) * 9}</table></section>"


def marked(cells: list[int]) -> str:
    return "".join("<td>" if cell == 1 else "<td class=grey>" for cell in cells)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--patients", type=int, default=400)
    arguments.add_argument("--peers", type=int, default=10, help="patients for the peers, who are slower")
    arguments.add_argument("--more", type=int, default=0, help="a larger pack, to see what it does to memory")
    arguments.add_argument("--only", choices=("ours", "weasyprint", "chromium"), help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    only(chosen.only, chosen.patients) if chosen.only else main(chosen.patients, chosen.peers, chosen.more)
