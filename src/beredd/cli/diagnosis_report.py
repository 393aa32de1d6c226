"""A diagnosis of what a file says was seen and said, as plain values for programs and as lines for people."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.disruption.notation import Town, observations, planned, reports, told
from beredd.disruption.plan import plan
from beredd.disruption.rules.diagnosis import diagnose
from beredd.disruption.rules.landscape import Landscape
from beredd.disruption.rules.verdict import Verdict, evidence


def of(file: Path, *, now: datetime) -> list[dict[str, Any]]:
    """[{name, verdicts: [{verdict, evidence, disruption}]}], one for each case of the file."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        town = Town(content.get("employers", {}), content.get("town", []))
        return [
            {"name": case.get("name", file.name), "verdicts": _judged(case, town, now)}
            for case in content.get("cases", [content])
        ]
    except (ValueError, AttributeError, TypeError, KeyError) as fault:
        raise Trouble(_("%(file)s cannot be read: %(what)s.") % {"file": file.name, "what": fault}) from fault


def as_text(found: Sequence[Mapping[str, Any]]) -> str:
    lines = []
    for case in found:
        lines.append(case["name"])
        for one in case["verdicts"]:
            lines += [f"    {one['verdict']}", f"        {one['evidence']}"]
        if not case["verdicts"]:
            lines.append("    " + _("Nothing is known to be wrong."))
    return "\n".join(lines)


def _judged(case: Mapping[str, Any], town: Town, now: datetime) -> list[dict[str, Any]]:
    landscape = plan().landscape
    seen = observations(case.get("seen", {}), landscape, town, now)
    said = reports(case.get("said", []), town, now)
    found = diagnose(seen, said, landscape, planned(case.get("planned", []), now), now)
    return [_one(verdict, landscape) for verdict in found]


def _one(verdict: Verdict, landscape: Landscape) -> dict[str, Any]:
    text, params = evidence(verdict, landscape)
    return {"verdict": told(verdict), "evidence": gettext(text) % params, "disruption": verdict.is_disruption}
