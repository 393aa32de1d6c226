"""The call tree on paper: for when neither network nor telephone exchange tells anybody anything by itself."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

import typst
from django.utils.translation import gettext as _

from beredd.clock import SWEDEN
from beredd.notices.rules.book import Group, Recipient
from beredd.notices.rules.call_tree import call_tree
from beredd.paper import words
from beredd.paper.printable import printable
from beredd.paper.render import FONTS, NO_PACKAGES, STANDARDS, TEMPLATES


def call_trees(groups: Sequence[Group], recipients: Mapping[str, Recipient], *, at: datetime) -> bytes:
    """A page or more for each group, archivable and readable aloud like all our paper."""
    compiler = typst.Compiler(
        TEMPLATES / "call_tree.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        package_path=NO_PACKAGES,
        package_cache_path=NO_PACKAGES,
    )
    told = {"words": _words(at), "groups": [_group(one, recipients) for one in groups]}
    said = json.dumps(printable(told), ensure_ascii=False)
    made = compiler.compile(
        format="pdf", sys_inputs={"data": said}, pdf_standards=STANDARDS, timestamp=int(at.timestamp())
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF.")
    return made


def _words(at: datetime) -> dict[str, object]:
    made = f"{at.astimezone(SWEDEN):%Y-%m-%d %H:%M}"
    return {
        "title": _("Call tree"),
        "how": _(
            "Ring from the top. Say what does not work and since when. No names of patients. Tick and note the time."
        ),
        "no-answer": _("No answer after three tries: ring those whom they would have rung, and tick “No answer”."),
        "columns": [_("Told"), _("Name"), _("Telephone"), _("Rings then"), _("Time"), _("No answer")],
        "made": _("Made %(at)s. Hang up a new one when somebody is exchanged.") % {"at": made},
        "what": _("What does not work, and since when?"),
        "language": words.language(),
    }


def _group(group: Group, recipients: Mapping[str, Recipient]) -> dict[str, object]:
    return {
        "title": group.title,
        "calls": [
            {
                "name": one.name,
                "number": one.number or "–",
                "rings": ", ".join(one.rings) or "–",
                "when": _("after %(n)s min") % {"n": one.minutes} if one.minutes else _("at once"),
            }
            for one in call_tree(group, recipients)
        ],
    }
