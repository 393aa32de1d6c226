"""Drafts that have got their sheet numbers, as the data that the templates take."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from beredd.care.queries import stored_drawings
from beredd.paper import words
from beredd.paper.codes import datamatrix
from beredd.paper.documents.draft import Draft, Numbered, Standing
from beredd.paper.labels import labels
from beredd.paper.printable import printable
from beredd.paper.rules.sheet import payload, show_sheet_id

AT_ONCE = 40  # sheets in a part: more would cost memory, fewer time


def assemble(sheets: Iterable[Numbered], *, title: str, by_name: str, at: datetime) -> Iterator[dict[str, Any]]:
    """All that a PDF needs, in parts that are made one at a time; a drawing is in each once."""
    left = iter(sheets)
    while some := list(islice(left, AT_ONCE)):
        yield _part(some, title, by_name, at)


def _part(numbered: list[Numbered], title: str, by_name: str, at: datetime) -> dict[str, Any]:
    drawn = {name: svg for one in numbered for name, svg in one.draft.pictures.items()}
    return {
        "title": printable(title),
        "language": words.language(),
        "words": labels(),
        "documents": [_document(one, by_name, at) for one in numbered],
        "pictures": {**drawn, **stored([one.draft for one in numbered])},
    }


def stored(drafts: Iterable[Draft]) -> dict[str, str]:
    """What is fetched from the database at the last moment, by name."""
    wanted = {name: id for draft in drafts for name, id in draft.stored.items()}
    drawings = stored_drawings(wanted.values())
    return {name: drawings[str(id)] for name, id in wanted.items()}


def _document(one: Numbered, by_name: str, at: datetime) -> dict[str, Any]:
    return {
        "kind": one.draft.kind.value,
        **printable({**one.draft.body, **one.draft.passing}),
        "sheet": {"id": one.id, "codes": _codes(one), **printable(_sheet(one, by_name, at))},
    }


def _sheet(one: Numbered, by_name: str, at: datetime) -> dict[str, Any]:
    draft = one.draft
    made = _("Printed %(moment)s by %(name)s.") % {"moment": words.moment(at), "name": by_name or _("Beredd")}
    valid = _("Valid until %(day)s.") % {"day": words.day(draft.valid_until)} if draft.valid_until else ""
    replaces = _("Replaces sheet %(id)s.") % {"id": show_sheet_id(one.replaces)} if one.replaces else ""
    return {
        "number": show_sheet_id(one.id),
        "standing": _("ORIGINAL") if draft.standing is Standing.ORIGINAL else _("COPY"),
        "instruction": _instruction(draft),
        "made": made,
        "valid": valid,
        "replaces": replaces,
    }


def _codes(one: Numbered) -> list[str]:
    return [datamatrix(payload(one.id, page)) for page in range(1, one.draft.codes + 1)]


def _instruction(draft: Draft) -> str:
    if draft.standing is Standing.COPY:
        return _("Destroy it when it is replaced.")
    if draft.return_to and draft.valid_until:
        return _("Return it to %(unit)s when the period is over.") % {"unit": draft.return_to}
    if draft.return_to:
        return _("Return it to %(unit)s.") % {"unit": draft.return_to}
    return _("Return it to a licensed professional of the patient's.")
