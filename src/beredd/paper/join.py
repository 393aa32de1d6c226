"""Many PDFs of ours into one, tags and all, without ever holding more than one of them.

Typst writes plain objects one after the other, so joining is counting: each part's objects are moved on by what came
before, and what there can be only one of (catalogue, page tree, structure tree, bookmarks) is written anew at the end.
A library would load everything: a municipality's packs are millions of small objects.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

CATALOG, PAGES, STRUCTURE, OUTLINES = 1, 2, 3, 4
FIRST_FREE = 5
ENDS = (b"First", b"Last")
HEADER = b"%PDF-1.7\n%\x80\x80\x80\x80\n"
MARKS = re.compile(rb"\\.|[()]|(\d+) 0 R\b", re.DOTALL)
REFERENCE = re.compile(rb"(\d+) 0 R\b")
ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
HEADER_ID = re.compile(rb"\((U\d+x\d+y\d+)\)")  # what Typst calls the header cells of a table
STRUCT_PARENT = re.compile(rb"(/StructParents? )(\d+)")


@dataclass
class _Whole:
    """What has been written so far."""

    out: BinaryIO
    offsets: "array[int]" = field(default_factory=lambda: array("Q", [0] * FIRST_FREE))
    moved: int = FIRST_FREE - 1
    parents: int = 0
    pages: int = 0
    page_trees: list[int] = field(default_factory=list)
    roots: list[bytes] = field(default_factory=list)
    parent_kids: list[int] = field(default_factory=list)
    id_kids: list[int] = field(default_factory=list)
    catalog: bytes = b""
    trailer: bytes = b""
    first_bookmark: int = 0
    bookmarks: int = 0
    waiting: tuple[int, bytes] | None = None  # the last bookmark, which does not know the next one yet

    def write(self, number: int, body: bytes) -> None:
        if number >= len(self.offsets):
            self.offsets.extend([0] * (number + 1 - len(self.offsets)))
        self.offsets[number] = self.out.tell()
        self.out.write(b"%d 0 obj\n%s\nendobj\n\n" % (number, body))


def join(parts: Iterable[bytes], out: BinaryIO) -> None:
    """Writes the joined file; the parts must be made by beredd.paper.render."""
    whole = _Whole(out)
    out.write(HEADER)
    for number, part in enumerate(parts):
        _add(whole, number, part)
    _finish(whole)


def _add(whole: _Whole, number: int, part: bytes) -> None:
    trailer = part[part.rindex(b"trailer") :]
    objects = dict(_objects(part))
    root = int(_after(trailer, rb"/Root (\d+)"))
    catalog = objects.pop(root)
    pages = int(_after(catalog, rb"/Pages (\d+)"))
    structure = int(_after(catalog, rb"/StructTreeRoot (\d+)"))
    tree = objects.pop(structure)
    outlines = int(_after(catalog, rb"/Outlines (\d+)"))
    bookmarks = objects.pop(outlines)
    ends = [(at, objects.pop(at)) for at in {int(_after(bookmarks, rb"/%s (\d+)" % end)): None for end in ENDS}]
    renamed = {root: CATALOG, structure: STRUCTURE, outlines: OUTLINES}

    def moved(body: bytes) -> bytes:
        head, stream, rest = body.partition(b"\nstream\n")
        head = _referring(head, whole.moved, renamed)
        head = STRUCT_PARENT.sub(lambda found: b"%s%d" % (found[1], int(found[2]) + whole.parents), head)
        return HEADER_ID.sub(rb"(P%05d\1)" % number, head) + stream + rest

    for at, body in objects.items():
        body = moved(body)
        if at == pages:
            whole.page_trees.append(at + whole.moved)
            whole.pages += int(_after(body, rb"/Count (\d+)"))
            body = body.replace(b"/Type/Pages", b"/Type/Pages/Parent %d 0 R" % PAGES, 1)
        whole.write(at + whole.moved, body)
    _add_bookmarks(whole, [(at + whole.moved, moved(body)) for at, body in ends])
    whole.bookmarks += int(_after(bookmarks, rb"/Count (\d+)"))
    if not whole.catalog:
        whole.catalog, whole.trailer = moved(catalog), moved(trailer)
    _add_tree(whole, moved(tree), max([*objects, root, structure, outlines, *(at for at, _ in ends)]) + whole.moved)


def _add_bookmarks(whole: _Whole, ends: list[tuple[int, bytes]]) -> None:
    """The first and the last of a part, or its only one; those between know each other already."""
    first, body = ends[0]
    if whole.waiting is None:
        whole.first_bookmark = first
    else:
        before, known = whole.waiting
        whole.write(before, known.replace(b"/Parent", b"/Next %d 0 R/Parent" % first, 1))
        ends[0] = (first, body.replace(b"/Parent", b"/Prev %d 0 R/Parent" % before, 1))
    for number, body in ends[:-1]:
        whole.write(number, body)
    whole.waiting = ends[-1]


def _add_tree(whole: _Whole, tree: bytes, last: int) -> None:
    """The part's structure: its root, and a leaf each of the two trees that lead from pages and names to it."""
    whole.roots.append(_after(tree, rb"/K\[([^\]]*)\]"))
    numbers = re.findall(rb"(\d+) (\d+ 0 R)", _after(tree, rb"/Nums\[([^\]]*)\]"))
    first, count = whole.parents, len(numbers)
    rows = b" ".join(b"%d %s" % (first + int(key), value) for key, value in numbers)
    whole.write(last + 1, b"<</Limits[%d %d]/Nums[%s]>>" % (first, first + count - 1, rows))
    whole.parent_kids.append(last + 1)
    names = re.search(rb"/Names\[(.*?)\]", tree, re.DOTALL)
    known = re.findall(rb"\(([^)]*)\)", names[1]) if names else []
    if names and known:
        whole.write(last + 2, b"<</Limits[(%s)(%s)]/Names[%s]>>" % (known[0], known[-1], names[1]))
        whole.id_kids.append(last + 2)
    whole.parents += count
    whole.moved = last + 2


def _finish(whole: _Whole) -> None:
    kids = b" ".join(b"%d 0 R" % one for one in whole.page_trees)
    whole.write(PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (whole.pages, kids))
    parents = b" ".join(b"%d 0 R" % one for one in whole.parent_kids)
    ids = b" ".join(b"%d 0 R" % one for one in whole.id_kids)
    roles = b"/RoleMap<</Datetime/Span/Terms/Part/Title/P/Strong/Span/Em/Span>>"
    whole.write(
        STRUCTURE,
        b"<</Type/StructTreeRoot%s/K[%s]/ParentTree<</Kids[%s]>>/IDTree<</Kids[%s]>>>>"
        % (roles, b" ".join(whole.roots), parents, ids),
    )
    _finish_bookmarks(whole)
    whole.write(CATALOG, re.sub(rb"/Pages \d+ 0 R", b"/Pages %d 0 R" % PAGES, whole.catalog))
    size, start = len(whole.offsets), whole.out.tell()
    whole.out.write(b"xref\n0 %d\n" % size)
    whole.out.writelines(
        b"%010d 00000 n\r\n" % offset if offset else b"0000000000 65535 f\r\n" for offset in whole.offsets
    )
    info, ids = _after(whole.trailer, rb"/Info (\d+ 0 R)"), _after(whole.trailer, rb"/ID(\[[^\]]*\])")
    whole.out.write(b"trailer\n<</Size %d/Root %d 0 R/Info %s/ID%s>>\n" % (size, CATALOG, info, ids))
    whole.out.write(b"startxref\n%d\n%%%%EOF" % start)


def _finish_bookmarks(whole: _Whole) -> None:
    if whole.waiting is None:
        raise ValueError("no part has a bookmark")
    last, body = whole.waiting
    whole.write(last, body)
    said = (whole.first_bookmark, last, whole.bookmarks)
    whole.write(OUTLINES, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % said)


def _objects(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and body of each, in the order of the file, as its table of places says."""
    start = int(_after(part[part.rindex(b"startxref") :], rb"startxref\s+(\d+)"))
    rows = ROW.findall(part, start)
    places = sorted((int(at), number) for number, (at, _generation, used) in enumerate(rows) if used == b"n")
    for (at, number), (end, _next) in zip(places, [*places[1:], (start, 0)], strict=True):
        whole = part[at:end]
        yield number, whole[whole.index(b"obj\n") + 4 : whole.rindex(b"\nendobj")]


def _referring(head: bytes, moved: int, renamed: dict[int, int]) -> bytes:
    """References moved on; what looks like one inside a string is text and stays."""
    if b"(" not in head:
        return REFERENCE.sub(lambda one: b"%d 0 R" % renamed.get(int(one[1]), int(one[1]) + moved), head)
    depth, told, done = 0, [], 0
    for found in MARKS.finditer(head):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0 and found[1]:
            number = int(found[1])
            told += [head[done : found.start()], b"%d 0 R" % renamed.get(number, number + moved)]
            done = found.end()
    return b"".join([*told, head[done:]])


def _after(text: bytes, pattern: bytes) -> bytes:
    found = re.search(pattern, text, re.DOTALL)
    if found is None:
        raise ValueError(pattern)
    return found[1]
