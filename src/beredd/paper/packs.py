"""Which documents make a pack. Plans only: nothing here has a number, and nothing is written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from beredd.care.queries import PatientRow, patient_row, patients, programmes, programmes_in_use
from beredd.clock import local_day, midnight
from beredd.i18n.mark import N_
from beredd.paper import words
from beredd.paper.documents import blanks
from beredd.paper.documents.as_needed import as_needed
from beredd.paper.documents.draft import Draft, Kind
from beredd.paper.documents.prescription import prescription
from beredd.paper.documents.programme import common_programme, programme
from beredd.paper.documents.routine import pocket_contacts, poster, routine_document
from beredd.paper.documents.signing_list import signing_lists
from beredd.paper.documents.unit import clarification
from beredd.paper.facts import PatientFacts, patient_facts
from beredd.paper.needs import paper_needs
from beredd.paper.rules.box import USUAL
from beredd.paper.rules.need import LeftOut, Reason
from beredd.paper.rules.order import Stop, delivery_order
from beredd.paper.rules.span import Span
from beredd.paper.signing_codes import SigningCode, signing_codes
from beredd.people.queries import UnitRow, members, unit_rows
from beredd.people.rules.access import Access, Refused, may
from beredd.people.rules.roles import Permission
from beredd.routine.rules.routine import Routine

SPARE_LISTS = 2
BLANK_REPORTS = 2


class NobodyToPrintFor(Refused):
    """Code `paper_nobody`."""

    def __init__(self) -> None:
        super().__init__("paper_nobody", N_("There is no such patient or unit for you. Check the key."))


@dataclass(frozen=True, slots=True)
class Papers:
    """One patient's documents, and why they are on paper."""

    facts: PatientFacts
    reasons: tuple[Reason, ...]
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """`before` and `after` lie around the patients' papers. `unit` is whose cover it gets, if any;
    `only` says whose patients alone are in it, when it is not all of the unit's.
    `owner`: the unit that it is printed for otherwise, `box`: the safety box that it goes into.
    `contents`: it begins with a list of what is in it, to be ticked off at inspections."""

    kind: str
    title: str
    span: Span
    papers: tuple[Papers, ...]
    before: tuple[Draft, ...] = ()
    after: tuple[Draft, ...] = ()
    unit: UnitRow | None = None
    only: str = ""
    contents: bool = False
    left_out: Mapping[UUID, LeftOut] = field(default_factory=dict)
    facts: tuple[PatientFacts, ...] = ()
    owner: UUID | None = None
    box: UUID | None = None


def patient_plan(*, patient: UUID, span: Span, by: Access, at: datetime) -> Plan:
    """Everything for one patient, whatever the reasons. Raises NobodyToPrintFor."""
    row = patient_row(by, patient)
    if row is None:
        raise NobodyToPrintFor
    (facts,) = patient_facts(by, [row], span=span, at=at)
    (need,) = paper_needs([facts], span=span, at=at, long_outage=False)
    papers = Papers(facts, need.reasons, tuple(patient_papers(facts, span, signing_codes(), at)))
    return Plan("patient", _("Paper for one patient"), span, (papers,), facts=(facts,))


def unit_plan(*, unit: UUID, span: Span, long_outage: bool, by: Access, at: datetime) -> Plan:
    """The unit's patients who must have paper, in the order of their homes. Raises NobodyToPrintFor.

    Who prescribes for some of them and does not work in the unit gets a pack of those, and the cover says so.
    """
    row, seen = next(iter(unit_rows([unit])), None), patients(by, unit=unit)
    whole = may(by, Permission.SEE_PATIENTS, unit)
    if row is None or not (whole or seen):
        raise NobodyToPrintFor
    codes = signing_codes()
    facts = patient_facts(by, _in_order(seen), span=span, at=at)
    needed = {one.patient: one for one in paper_needs(facts, span=span, at=at, long_outage=long_outage)}
    return Plan(
        kind="unit",
        title=row.name,
        span=span,
        papers=tuple(
            Papers(one, reasons, tuple(patient_papers(one, span, codes, at)))
            for one in facts
            if (reasons := needed[one.patient.id].reasons)
        ),
        before=(clarification(row, members([unit], on=local_day(at)), local_day(at)),),
        after=tuple(blanks.blank_list(number, codes) for number in range(1, SPARE_LISTS + 1)),
        unit=row,
        only="" if whole else by.name,
        left_out={id: one.left_out for id, one in needed.items() if one.left_out},
        facts=tuple(facts),
    )


def blank_plan(*, span: Span, lists: int = 10, forms: int = 4) -> Plan:
    """Signing lists, programmes and incident reports to fill in by hand: no patient is in them."""
    codes = signing_codes()
    drafts = [
        *(blanks.blank_list(number, codes) for number in range(1, lists + 1)),
        *(blanks.blank_programme(number) for number in range(1, forms + 1)),
        *(blanks.report(number) for number in range(1, BLANK_REPORTS + 1)),
    ]
    return Plan("blank", _("Blank forms"), span, (), after=tuple(drafts))


def routine_plan(routine: Routine, *, span: Span) -> Plan:
    """The routine as it stands, and nothing else."""
    return Plan("routine", routine.title.said(words.language()), span, (), after=(routine_document(routine),))


def workplace_plan(routine: Routine, *, span: Span) -> Plan:
    """What hangs and lies where people work: the routine, its poster, the numbers for every pocket, the report."""
    drafts = (routine_document(routine), poster(routine), _card(routine), blanks.report(1))
    return Plan("workplace", _("For the workplace"), span, (), after=drafts)


def safety_box_plan(routine: Routine, *, span: Span, holds: Mapping[str, int] = USUAL) -> Plan:
    """The programmes most in use, blank lists, the routine and the contact card; what is in it is written first.

    `holds`: how many of each kind.
    """
    use = programmes_in_use(at=midnight(span.first))
    common = sorted(programmes(), key=lambda one: (-use.get(one.id, 0), one.name))
    codes = signing_codes()
    drafts = [
        *[routine_document(routine)][: _of(holds, Kind.ROUTINE)],
        *[_card(routine)][: _of(holds, Kind.CARD)],
        *(common_programme(row) for row in common[: _of(holds, Kind.PROGRAMME)]),
        *(blanks.blank_list(number, codes) for number in range(1, _of(holds, Kind.BLANK_LIST) + 1)),
        *(blanks.blank_programme(number) for number in range(1, _of(holds, Kind.BLANK_PROGRAMME) + 1)),
        *(blanks.report(number) for number in range(1, _of(holds, Kind.REPORT) + 1)),
    ]
    return Plan("safety_box", _("Safety box"), span, (), after=tuple(drafts), contents=True)


def _of(holds: Mapping[str, int], kind: Kind) -> int:
    return holds.get(kind.value, 0)


def _card(routine: Routine) -> Draft:
    return blanks.card(pocket_contacts(routine), note=_("Printed from Beredd. Check the numbers twice a year."))


def patient_papers(facts: PatientFacts, span: Span, codes: Sequence[SigningCode], at: datetime) -> list[Draft]:
    versions = [version for _one, version in facts.in_force(span, at)]
    if not versions:
        return []
    programmes = {one.programme.id: programme(facts, one, one.programme) for one in versions if one.programme}
    lists = [*signing_lists(facts, span, codes), *as_needed(facts, versions, span)]
    return [prescription(facts, versions), *programmes.values(), *lists]


def _in_order(rows: Sequence[PatientRow]) -> list[PatientRow]:
    by_id = {one.id: one for one in rows}
    return [by_id[stop.patient] for stop in delivery_order(Stop(one.id, one.name, one.address) for one in rows)]
