"""What somebody saw or said: an observation by a vantage point, a report by a person. Plain values, nothing judged."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Place(StrEnum):
    SERVER = "server"
    STATION = "station"
    PHONE = "phone"


class Link(StrEnum):
    """How a vantage point hangs on the world."""

    FIXED = "fixed"
    WIRELESS = "wireless"
    MOBILE = "mobile"


class Result(StrEnum):
    WORKS = "works"
    SLOW = "slow"  # a state of its own: it is where people register twice
    FAILS = "fails"
    UNKNOWN = "unknown"  # could not tell


class Fault(StrEnum):
    """In what way it fails; the order says which one is named when several are seen."""

    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NAME = "certificate_name"
    NAME = "name"  # its name cannot be looked up
    ERROR = "error"  # it answers, and says that it does not work
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Vantage:
    """Somewhere to see from. `home`: the patient at whose home it was, for phones only."""

    name: str
    place: Place
    link: Link
    unit: str | None = None
    employer: str | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    vantage: Vantage
    target: str
    result: Result
    at: datetime
    fault: Fault | None = None  # paired with Result.FAILS


class Kind(StrEnum):
    """What a person says does not work."""

    LAUNCH = "launch"
    SYSTEM = "system"
    PHONES = "phones"
    COVERAGE = "coverage"
    FIXED = "fixed"
    WIRELESS = "wireless"


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody says that it does not work.

    `system`: which one, for Kind.SYSTEM. `right`: what the helpdesk has answered about the user's authorisation.
    `other_device_works`: the guide's question; None when not asked.
    """

    user: str
    device: str
    kind: Kind
    at: datetime
    unit: str | None = None
    employer: str | None = None
    home: str | None = None
    system: str | None = None
    right: bool | None = None
    other_device_works: bool | None = None
