"""A report from the open page: by anybody at a workplace computer, so not more of them than people make."""

from datetime import datetime, timedelta

from beredd.disruption.actions.reports import Said, report
from beredd.disruption.models import Report
from beredd.i18n.mark import N_
from beredd.people.rules.access import Access, Refused

WITHIN = timedelta(minutes=10)
MOST_FROM_ONE, MOST_IN_ALL = 5, 120  # from one address, and from everybody who has not signed in
SIGN = "web:"


class TooManyReports(Refused):
    """Code `too_many_reports`."""

    def __init__(self) -> None:
        super().__init__(
            "too_many_reports",
            N_("Many reports have come from here just now, and they are known. Look at how the systems stand."),
        )


def device_of(address: str, browser: str) -> str:
    """Both already made unreadable: what a report says of whence it came."""
    return f"{SIGN}{address}:{browser}"


def report_openly(said: Said, *, address: str, by: Access, at: datetime) -> bool:
    """`said.device` as device_of has it. Raises TooManyReports, ReportRefused."""
    recent = Report.objects.filter(received_at__gt=at - WITHIN, user=None)
    if recent.filter(device__startswith=f"{SIGN}{address}:").count() >= MOST_FROM_ONE:
        raise TooManyReports
    if recent.filter(device__startswith=SIGN).count() >= MOST_IN_ALL:
        raise TooManyReports
    return report(said, signed_in=False, by=by, at=at)
