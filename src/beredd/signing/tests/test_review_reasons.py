"""What a person must look at, and what counts meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from beredd.signing.rules.review import REASONS, ReviewReason, SignatureFacts, counts, judge

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ORDINARY = SignatureFacts(
    performed_at=NINE,
    recorded_at=NINE + MINUTE,
    received_at=NINE + 3 * MINUTE,
    prescription_known=True,
    planned=True,
    in_period=True,
    version_signed=2,
    version_in_force=2,
    delegation_holds=True,
    performer_known=True,
    in_scope=True,
    corrects_own=None,
    already_signed=False,
)


def test_an_ordinary_signature_raises_no_question() -> None:
    assert judge(ORDINARY) == ()


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("version_signed", None),
        ("version_in_force", None),
        ("version_signed", 3),  # the phone knew of the change before it held
        ("delegation_holds", None),
        ("corrects_own", True),
        ("received_at", NINE + 20 * DAY),  # offline for weeks is no fault of the clock
        ("performed_at", NINE - 20 * DAY),  # nor is signing afterwards
    ],
)
def test_nor_do_these(fact: str, value: Any) -> None:
    assert judge(replace(ORDINARY, **{fact: value})) == ()


@pytest.mark.parametrize(
    ("fact", "value", "reason"),
    [
        ("performer_known", False, ReviewReason.UNKNOWN_PERFORMER),
        ("prescription_known", False, ReviewReason.UNKNOWN_PRESCRIPTION),
        ("in_scope", False, ReviewReason.OUT_OF_SCOPE),
        ("corrects_own", False, ReviewReason.CORRECTION_BY_OTHER),
        ("in_period", False, ReviewReason.ENDED_PRESCRIPTION),
        ("planned", False, ReviewReason.UNPLANNED),
        ("version_signed", 1, ReviewReason.OLDER_VERSION),
        ("delegation_holds", False, ReviewReason.NO_VALID_DELEGATION),
        ("already_signed", True, ReviewReason.DOUBLE_SIGNED),
        ("performed_at", NINE + 2 * DAY, ReviewReason.CLOCK_OFF),
        ("recorded_at", NINE + 2 * DAY, ReviewReason.CLOCK_OFF),
        ("recorded_at", NINE + 365 * DAY, ReviewReason.CLOCK_OFF),
        ("received_at", NINE + 365 * DAY, ReviewReason.CLOCK_OFF),
    ],
)
def test_each_odd_fact_has_its_reason(fact: str, value: Any, reason: ReviewReason) -> None:
    assert judge(replace(ORDINARY, **{fact: value})) == (reason,)


def test_of_an_unknown_prescription_nothing_else_is_asked() -> None:
    facts = replace(ORDINARY, prescription_known=False, in_period=False, planned=False, delegation_holds=False)
    assert judge(facts) == (ReviewReason.UNKNOWN_PRESCRIPTION,)


def test_an_ended_prescription_is_not_unplanned_too() -> None:
    assert judge(replace(ORDINARY, in_period=False, planned=False)) == (ReviewReason.ENDED_PRESCRIPTION,)


def test_several_odd_facts_have_several_reasons() -> None:
    facts = replace(ORDINARY, already_signed=True, delegation_holds=False)
    assert judge(facts) == (ReviewReason.NO_VALID_DELEGATION, ReviewReason.DOUBLE_SIGNED)


def test_every_reason_is_described() -> None:
    assert set(REASONS) == set(ReviewReason)


NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("reasons", "rejected", "accepted", "expected"),
    [
        (NOTHING, False, NOTHING, True),
        ({"double_signed"}, False, NOTHING, True),
        ({"double_signed"}, True, NOTHING, False),
        ({"device_revoked"}, False, NOTHING, False),
        ({"device_revoked"}, False, {"device_revoked"}, True),
        ({"device_revoked", "unknown_prescription"}, False, {"device_revoked"}, False),
        ({"a_reason_of_a_newer_program"}, False, NOTHING, False),
        ({"a_reason_of_a_newer_program"}, False, {"a_reason_of_a_newer_program"}, True),
    ],
)
def test_it_counts_unless_rejected_or_waiting(
    reasons: set[str], rejected: bool, accepted: set[str], expected: bool
) -> None:
    assert counts(frozenset(reasons), rejected, frozenset(accepted)) is expected
