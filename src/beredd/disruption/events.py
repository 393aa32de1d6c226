"""What devices tell this part of, in the form in which it takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from beredd.disruption.probes.tried import Tried

REPORT = "report.made"


@dataclass(frozen=True, slots=True)
class Guided:
    """A run of the routine's guide: which version was asked, and the answers that were given."""

    routine: str
    version: int
    situation: str
    answers: Mapping[str, str]

    def kept(self) -> dict[str, object]:
        """As it is stored beside the report."""
        asked = {"routine": self.routine, "version": self.version, "situation": self.situation}
        return {**asked, "answers": dict(self.answers)}


@dataclass(frozen=True, slots=True)
class ReportBody:
    """`system`: which one, when `kind` is system. `saw`: what the phone could tell of itself. `home`: of coverage."""

    kind: str
    unit: UUID
    made_at: datetime
    system: str = ""
    other_device_works: bool | None = None
    saw: Mapping[str, str] = field(default_factory=dict)
    guide: Guided | None = None
    home: UUID | None = None


OBSERVED = "systems.observed"


@dataclass(frozen=True, slots=True)
class ObservedBody:
    """One round of a phone in use. `wireless`: it was not on the mobile network."""

    unit: UUID
    wireless: bool
    at: datetime
    found: Mapping[str, Tried]


STEP = "incident.step"


@dataclass(frozen=True, slots=True)
class StepBody:
    """`step`: of the routine with that version, on the list of that role."""

    incident: UUID
    unit: UUID
    routine: str
    version: int
    step: str
    role: str
    done_at: datetime
    done: bool = True

    def kept(self) -> dict[str, object]:
        """The columns that it fills by itself."""
        asked = {"unit": self.unit, "routine": self.routine, "version": self.version, "step": self.step}
        return {**asked, "role": self.role, "done": self.done}


STAY = "home.stay"


@dataclass(frozen=True, slots=True)
class StayBody:
    """`losses`: when contact was lost and regained, in order; None: not before the stay was over."""

    home: UUID
    began_at: datetime
    ended_at: datetime
    losses: tuple[tuple[datetime, datetime | None], ...] = ()


TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class TicketBody:
    """`ticket`: the one told of earlier that `number` was given for; None: a new one. `system` is empty if unknown."""

    unit: UUID
    made_at: datetime
    ticket: UUID | None = None
    number: str = ""
    portal: str = ""
    system: str = ""
    subject: str = ""
    text: str = ""
    read_aloud: bool = False
