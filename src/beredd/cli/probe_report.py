"""What came of a round of tries, as plain values for programs and as lines for people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from beredd.cli.words import gettext as _
from beredd.disruption.landscape_file import Plan
from beredd.disruption.probes.round import expiring
from beredd.disruption.probes.tried import Tried
from beredd.disruption.rules.observed import Fault, Result
from beredd.i18n.mark import N_

RESULTS = {
    Result.WORKS: N_("works"),
    Result.SLOW: N_("slow"),
    Result.FAILS: N_("does not work"),
    Result.UNKNOWN: N_("cannot tell"),
}
FAULTS = {
    Fault.CERTIFICATE_EXPIRED: N_("its certificate has expired"),
    Fault.CERTIFICATE_NAME: N_("its certificate is another's"),
    Fault.NAME: N_("its name cannot be looked up"),
    Fault.ERROR: N_("it answers with a fault"),
    Fault.NO_ANSWER: N_("no answer"),
}


def as_json(plan: Plan, found: Mapping[str, Tried], *, at: datetime) -> list[dict[str, Any]]:
    """[{target, title, result, fault, seconds, certificate_ends}]; the last only where it is soon."""
    soon = expiring(found, within=plan.certificate_ahead, at=at)
    return [
        {
            "target": target,
            "title": plan.landscape.title(plan.landscape.targets[target].system),
            "result": tried.result.value,
            "fault": tried.fault.value if tried.fault else None,
            "seconds": round(tried.seconds, 3) if tried.seconds is not None else None,
            "certificate_ends": soon[target].isoformat() if target in soon else None,
        }
        for target, tried in found.items()
    ]


def as_text(told: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(_line(one) for one in told)


def _line(one: Mapping[str, Any]) -> str:
    said = _(RESULTS[Result(one["result"])])
    why = f": {_(FAULTS[Fault(one['fault'])])}" if one["fault"] else ""
    ends = _(", its certificate expires %s") % one["certificate_ends"][:10] if one["certificate_ends"] else ""
    return f"{one['target']:20} {said}{why}{ends}"
