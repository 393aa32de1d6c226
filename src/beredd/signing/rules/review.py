"""What must a person look at, and does it count meanwhile? The care was given; the questions come after."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from beredd.i18n.mark import N_

CLOCK_TOLERANCE = timedelta(hours=24)
LONGEST_WAY = timedelta(days=60)  # a phone that was in a drawer for longer has more likely a clock that is slow


class ReviewReason(StrEnum):
    DOUBLE_SIGNED = "double_signed"
    OLDER_VERSION = "older_version"
    NO_VALID_DELEGATION = "no_valid_delegation"
    ENDED_PRESCRIPTION = "ended_prescription"
    UNPLANNED = "unplanned"
    CLOCK_OFF = "clock_off"
    UNKNOWN_PRESCRIPTION = "unknown_prescription"
    DEVICE_REVOKED = "device_revoked"
    UNKNOWN_PERFORMER = "unknown_performer"
    OUT_OF_SCOPE = "out_of_scope"
    CORRECTION_BY_OTHER = "correction_by_other"
    CHAIN_FORKED = "chain_forked"
    BAD_PROOF = "bad_proof"
    UNKNOWN_KIND = "unknown_kind"


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """`title` names it, `meaning` says what has happened; `counts_meanwhile`: it settles its occurrence at once."""

    title: str
    meaning: str
    counts_meanwhile: bool


REASONS: dict[ReviewReason, ReasonFacts] = {
    ReviewReason.DOUBLE_SIGNED: ReasonFacts(
        N_("Signed twice"), N_("Two signatures stand for the same occurrence. Ask who did it."), True
    ),
    ReviewReason.OLDER_VERSION: ReasonFacts(
        N_("Older version"), N_("The prescription had been changed when this was performed."), True
    ),
    ReviewReason.NO_VALID_DELEGATION: ReasonFacts(
        N_("No valid delegation"), N_("The performer had no valid delegation for the task on that day."), True
    ),
    ReviewReason.ENDED_PRESCRIPTION: ReasonFacts(
        N_("Ended prescription"), N_("The prescription did not hold on the day this was performed."), True
    ),
    ReviewReason.UNPLANNED: ReasonFacts(
        N_("Not planned"), N_("Nothing was planned at the time that was signed."), True
    ),
    ReviewReason.CLOCK_OFF: ReasonFacts(
        N_("Clock is wrong"), N_("The phone's clock was wrong. Check when this was performed."), True
    ),
    ReviewReason.UNKNOWN_PRESCRIPTION: ReasonFacts(
        N_("Unknown prescription"), N_("The signature names a prescription that is not in the system."), False
    ),
    ReviewReason.DEVICE_REVOKED: ReasonFacts(
        N_("Revoked phone"), N_("The phone had been revoked. Ask the performer whether the signature is theirs."), False
    ),
    ReviewReason.UNKNOWN_PERFORMER: ReasonFacts(
        N_("Unknown performer"), N_("The signature names somebody other than the phone's user."), False
    ),
    ReviewReason.OUT_OF_SCOPE: ReasonFacts(
        N_("Another unit's patient"), N_("The performer did not work in the patient's unit on that day."), False
    ),
    ReviewReason.CORRECTION_BY_OTHER: ReasonFacts(
        N_("Correction by somebody else"), N_("Somebody other than the signer has corrected the signature."), False
    ),
    ReviewReason.CHAIN_FORKED: ReasonFacts(
        N_("Broken chain"), N_("The phone has sent two different events with the same number."), False
    ),
    ReviewReason.BAD_PROOF: ReasonFacts(
        N_("Proof does not hold"), N_("The phone's own signature on the event could not be verified."), False
    ),
    ReviewReason.UNKNOWN_KIND: ReasonFacts(
        N_("Unknown kind of event"), N_("A newer phone app has sent something this server cannot read yet."), False
    ),
}


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """All that is known when a signature arrives. Times in UTC.

    `planned`: its slot is one the prescription plans, or it is as needed; `in_period`: the version in force then covers
    the local day; `delegation_holds`: None when none is needed.
    """

    performed_at: datetime
    recorded_at: datetime
    received_at: datetime
    prescription_known: bool
    planned: bool
    in_period: bool
    version_signed: int | None
    version_in_force: int | None
    delegation_holds: bool | None
    performer_known: bool
    in_scope: bool
    corrects_own: bool | None
    already_signed: bool


def judge(facts: SignatureFacts) -> tuple[ReviewReason, ...]:
    """Every reason to look at it, most telling first; empty when there is none."""
    return tuple(reason for reason, stands in _findings(facts) if stands)


def _findings(facts: SignatureFacts) -> list[tuple[ReviewReason, bool]]:
    known = facts.prescription_known
    return [
        (ReviewReason.UNKNOWN_PERFORMER, not facts.performer_known),
        (ReviewReason.UNKNOWN_PRESCRIPTION, not known),
        (ReviewReason.OUT_OF_SCOPE, known and facts.performer_known and not facts.in_scope),
        (ReviewReason.CORRECTION_BY_OTHER, facts.corrects_own is False),
        (ReviewReason.ENDED_PRESCRIPTION, known and not facts.in_period),
        (ReviewReason.UNPLANNED, known and facts.in_period and not facts.planned),
        (ReviewReason.OLDER_VERSION, known and _is_older(facts)),
        (ReviewReason.NO_VALID_DELEGATION, known and facts.delegation_holds is False),
        (ReviewReason.DOUBLE_SIGNED, facts.already_signed),
        (ReviewReason.CLOCK_OFF, clock_is_off(facts.performed_at, facts.recorded_at, facts.received_at)),
    ]


def _is_older(facts: SignatureFacts) -> bool:
    signed, in_force = facts.version_signed, facts.version_in_force
    return signed is not None and in_force is not None and signed < in_force


def clock_is_off(performed_at: datetime, recorded_at: datetime, received_at: datetime) -> bool:
    """Nothing is performed after it is recorded, or recorded after it is received (a day's slack for wrong clocks).

    What was recorded months before it came is as doubtful: a clock a year slow says so too.
    """
    fast = performed_at > recorded_at + CLOCK_TOLERANCE or recorded_at > received_at + CLOCK_TOLERANCE
    return fast or recorded_at < received_at - LONGEST_WAY


def counts(reasons: frozenset[str], rejected: bool, accepted: frozenset[str]) -> bool:
    """Does a signature settle its occurrence? Not once rejected, and not while a reason that waits is undecided."""
    waiting = {reason for reason in reasons - accepted if not _counts_meanwhile(reason)}
    return not rejected and not waiting


def _counts_meanwhile(reason: str) -> bool:
    return reason in set(ReviewReason) and REASONS[ReviewReason(reason)].counts_meanwhile
