"""A programme as it will look on paper, before it is signed. It has no number and no codes: it is no sheet."""

import json
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import typst
from django.utils.translation import gettext as _

from beredd.care.queries import PatientRow, ProgrammeRow
from beredd.care.rules.identity import display_identity
from beredd.paper import words
from beredd.paper.assemble import stored
from beredd.paper.documents.programme import common_programme
from beredd.paper.labels import labels
from beredd.paper.printable import printable
from beredd.paper.render import FONTS, NO_PACKAGES, TEMPLATES, render

PIXELS_PER_INCH = 90
NO_CODE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def preview(row: ProgrammeRow, *, patient: PatientRow | None, by_name: str, at: datetime) -> bytes:
    """As PDF."""
    file = BytesIO()
    render([_part(row, patient, by_name, at)], file, at=at)
    return file.getvalue()


def preview_pictures(row: ProgrammeRow, *, patient: PatientRow | None, by_name: str, at: datetime) -> Sequence[bytes]:
    """The same as PNG, a picture for each page."""
    said = json.dumps(_part(row, patient, by_name, at), ensure_ascii=False)
    compiler = typst.Compiler(
        TEMPLATES / "pack.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        package_path=NO_PACKAGES,
        package_cache_path=NO_PACKAGES,
    )
    made = compiler.compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs={"data": said})
    return [made] if isinstance(made, bytes) else [page for page in made or []]


def _part(row: ProgrammeRow, patient: PatientRow | None, by_name: str, at: datetime) -> dict[str, Any]:
    draft = common_programme(row)
    body = dict(draft.body)
    if patient is not None:
        body["patient"] = {"name": patient.name, "identity": display_identity(patient.identity)}
    sheet = {
        "number": "–",
        "standing": _("PREVIEW"),
        "instruction": _("Not to be used in care: it has no number and is not kept."),
        "made": _("Printed %(moment)s by %(name)s.") % {"moment": words.moment(at), "name": by_name},
        "valid": "",
        "replaces": "",
    }
    return {
        "title": printable(draft.title),
        "language": words.language(),
        "words": labels(),
        "documents": [
            {
                "kind": draft.kind.value,
                **printable(body),
                "sheet": {"id": "preview", "codes": [NO_CODE] * draft.codes, **printable(sheet)},
            }
        ],
        "pictures": {**draft.pictures, **stored([draft])},
    }
