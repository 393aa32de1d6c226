"""What a diagnosis says: which layer, the probable cause, how far, whose it is, how sure, and what speaks for it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from beredd.disruption.rules.landscape import Landscape, Layer, Owner
from beredd.disruption.rules.scope import WIDE, Scope
from beredd.i18n.mark import N_


class Cause(StrEnum):
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NAME = "certificate_name"
    NAME = "name"
    ERROR = "error"
    NO_ANSWER = "no_answer"
    SLOW = "slow"
    UNSTEADY = "unsteady"
    PLANNED = "planned"
    MANY_AT_ONCE = "many_at_once"
    SAID = "said"  # several say so, and no probe can confirm it
    RIGHT = "right"  # the user lacks the authorisation
    RIGHT_UNCHECKED = "right_unchecked"
    DEVICE = "device"
    COVERAGE = "coverage"


class Confidence(IntEnum):
    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """`system`: which one is ill, or the link, the names or the internet; `parts`: which of its targets.

    `of`: which user, device, home, unit or employer it is about. `failing` of `asked` vantage points see it;
    `said` users have reported it. `steady`: it rests on more than one look, or on several who say so.
    """

    layer: Layer
    cause: Cause
    scope: Scope
    owner: Owner
    confidence: Confidence
    system: str
    of: str | None = None
    parts: tuple[str, ...] = ()
    failing: int = 0
    asked: int = 0
    said: int = 0
    steady: bool = True

    @property
    def is_disruption(self) -> bool:
        """One user or one device is not; nor is what somebody has planned, nor what has been seen once."""
        return self.scope in WIDE and self.cause is not Cause.PLANNED and self.steady


EVIDENCE: dict[Cause, str] = {
    Cause.CERTIFICATE_EXPIRED: N_("The certificate of %(system)s has expired, say %(failing)d of %(asked)d places."),
    Cause.CERTIFICATE_NAME: N_(
        "Something else answers where %(system)s should: the certificate has another name, "
        "at %(failing)d of %(asked)d places."
    ),
    Cause.NAME: N_("The name of %(system)s cannot be looked up at %(failing)d of %(asked)d places."),
    Cause.ERROR: N_("%(system)s answers that it does not work, at %(failing)d of %(asked)d places."),
    Cause.NO_ANSWER: N_("%(system)s does not answer at %(failing)d of %(asked)d places that could tell."),
    Cause.SLOW: N_("%(system)s answers, but slowly, at %(failing)d of %(asked)d places."),
    Cause.UNSTEADY: N_("%(system)s comes and goes at %(failing)d of %(asked)d places."),
    Cause.PLANNED: N_("Work on %(system)s is planned for now. %(failing)d of %(asked)d places notice it."),
    Cause.MANY_AT_ONCE: N_("%(parts)s fail at once, and have nothing in common that we know of."),
    Cause.SAID: N_("%(said)d users say so. No other place has been able to confirm it."),
    Cause.RIGHT: N_("The helpdesk has found that the user lacks the authorisation."),
    Cause.RIGHT_UNCHECKED: N_("One user says so. The authorisation has not been checked."),
    Cause.DEVICE: N_("One device has trouble. Try another one."),
    Cause.COVERAGE: N_("The coverage is lost at this home."),
}


PLANNED_AND_SAID = N_("Work on %(system)s is planned for now. %(said)d users have noticed it.")


def evidence(verdict: Verdict, landscape: Landscape) -> tuple[str, dict[str, object]]:
    """The sentence that speaks for it, for the catalogue, and what to fill it with."""
    params = {
        "system": landscape.title(verdict.system),
        "parts": ", ".join(landscape.title(part) for part in verdict.parts),
        "failing": verdict.failing,
        "asked": verdict.asked,
        "said": verdict.said,
    }
    if verdict.cause is Cause.PLANNED and not verdict.asked:
        return PLANNED_AND_SAID, params
    return EVIDENCE[verdict.cause], params
