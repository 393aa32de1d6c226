"""Who is covered today, and by when somebody must be reached when it was not done."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from beredd.care.rules.coverage import Cover, Decision, coverage
from beredd.care.rules.not_performed import contact_by

GRETA, KARL = UUID(int=1), UUID(int=2)
BO, GONE = UUID(int=11), UUID(int=12)
EIGHT = datetime(2026, 11, 23, 7, tzinfo=UTC)
SWEDEN = ZoneInfo("Europe/Stockholm")


def takes(performer: UUID | None, *, reason: str = "", minutes: int = 0) -> Decision:
    return Decision(GRETA, performer, reason, EIGHT + timedelta(minutes=minutes))


def cover(*decisions: Decision) -> Cover:
    (line,) = coverage([GRETA], decisions, working={GRETA: {BO}})
    assert line.decision is None or line.decision in decisions
    return line.cover


def test_a_patient_without_a_decision_is_a_miss() -> None:
    assert cover() is Cover.MISS


def test_a_patient_with_a_performer_is_covered() -> None:
    assert cover(takes(BO)) is Cover.COVERED


def test_a_performer_who_is_not_at_work_covers_nobody() -> None:
    assert cover(takes(GONE)) is Cover.MISS


def test_a_decision_to_skip_is_no_miss() -> None:
    assert cover(takes(None, reason="in hospital")) is Cover.SKIPPED


def test_the_newest_decision_counts_in_whatever_order_they_come() -> None:
    first, second = takes(None, reason="in hospital"), takes(BO, minutes=5)
    assert cover(first, second) is cover(second, first) is Cover.COVERED


def test_another_patients_performer_does_not_help_and_lines_come_as_asked() -> None:
    lines = coverage([KARL, GRETA], [takes(BO)], working={KARL: {BO}, GRETA: {BO}})
    assert [(line.patient, line.cover) for line in lines] == [(KARL, Cover.MISS), (GRETA, Cover.COVERED)]


def test_contact_within_three_days_is_the_same_time_on_the_wall_three_days_later() -> None:
    assert contact_by(EIGHT, 3, SWEDEN) == EIGHT + timedelta(days=3)


def test_over_the_night_the_clocks_go_back_three_days_are_an_hour_longer() -> None:
    friday = datetime(2026, 10, 23, 6, tzinfo=UTC)
    assert contact_by(friday, 3, SWEDEN) == friday + timedelta(days=3, hours=1)
