"""All that could matter when a batch is judged, loaded in a handful of statements and kept up as the batch goes on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from beredd.care.queries import PrescriptionFacts, VersionFacts, prescription_facts
from beredd.care.rules.occurrences import Occurrence, covers, find, version_at
from beredd.care.rules.prescription import Basis
from beredd.care.rules.schedule import AsNeeded
from beredd.clock import SWEDEN, local_day
from beredd.database.plain import instant, select, uuid, uuid_or_none
from beredd.people.queries import Worked, delegation_facts, work_of
from beredd.people.rules.delegation import Delegation, valid_delegation
from beredd.people.rules.roles import LICENSED, ROLES, Permission, Role
from beredd.signing.events import Arrival
from beredd.signing.queries.standing import not_counting
from beredd.signing.rules.balance import Outcome, Signed, effective
from beredd.signing.rules.review import SignatureFacts

NOTHING_DONE = frozenset({Outcome.NOT_PERFORMED, Outcome.VOID})


class Made(NamedTuple):
    """Who made a signature, on which day, for which prescription."""

    performer: UUID
    day: date
    prescription: UUID


@dataclass(slots=True)
class Known:
    """`signed` and `made` by signature; `of_occurrence` and `corrections_of` name signatures."""

    prescriptions: dict[UUID, PrescriptionFacts]
    work: dict[UUID, list[Worked]]
    delegations: dict[UUID, list[Delegation]]
    signed: dict[UUID, Signed] = field(default_factory=dict)
    made: dict[UUID, Made] = field(default_factory=dict)
    of_occurrence: defaultdict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    corrections_of: defaultdict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))

    def add(self, signed: Signed, made: Made) -> None:
        """From here on this signature is there, too."""
        self.signed[signed.id], self.made[signed.id] = signed, made
        if signed.occurrence is not None:
            self.of_occurrence[signed.occurrence].append(signed.id)
        if signed.corrects is not None:
            self.corrections_of[signed.corrects].append(signed.id)

    def hold_corrections_by_others(self, arrival: Arrival) -> list[UUID]:
        """Corrections that came before what they correct, from people who may not: from here on they do not count."""
        corrected = made_by(arrival)
        found = [
            id for id in self.corrections_of.get(arrival.id, ()) if not self._may_correct(self.made[id], corrected)
        ]
        for id in found:
            self.signed[id] = replace(self.signed[id], counts=False)
        return found

    def facts(self, arrival: Arrival) -> SignatureFacts:
        """What the rule judges this arrival by. A void is judged by who made it: it says nothing of what was done."""
        body = arrival.body
        prescription = self.prescriptions.get(body.prescription)
        plans = prescription.plans if prescription else []
        occurrence = find(body.prescription, plans, body.slot, zone=SWEDEN) if body.slot else None
        in_force = version_at(plans, body.performed_at)
        version = occurrence.version if occurrence else (in_force.number if in_force else None)
        day, void = local_day(body.performed_at), body.outcome == Outcome.VOID
        return SignatureFacts(
            performed_at=body.performed_at,
            recorded_at=arrival.recorded_at,
            received_at=arrival.received_at,
            prescription_known=prescription is not None and prescription.patient == body.patient,
            planned=void or _is_planned(arrival, prescription, occurrence, version),
            in_period=void or occurrence is not None or (in_force is not None and covers(in_force, day)),
            version_signed=None if void else body.version,
            version_in_force=version,
            delegation_holds=self._delegation_holds(arrival, prescription, version),
            performer_known=arrival.performer in self.work,
            in_scope=prescription is not None and self._has(Permission.SIGN, arrival.performer, prescription, day),
            corrects_own=self._corrects_own(arrival),
            already_signed=self._already_signed(arrival),
        )

    def _delegation_holds(
        self, arrival: Arrival, prescription: PrescriptionFacts | None, in_force: int | None
    ) -> bool | None:
        version = _version(prescription, arrival.body.version) or _version(prescription, in_force)
        if prescription is None or version is None or version.basis != Basis.DELEGATION:
            return None
        at = arrival.body.performed_at
        if arrival.body.outcome in NOTHING_DONE or self._is_licensed(arrival.performer, local_day(at)):
            return None
        delegations = self.delegations.get(arrival.performer, ())
        task, unit = version.task, prescription.unit
        return bool(
            valid_delegation(delegations, performer=arrival.performer, task=task, unit=unit, at=at, zone=SWEDEN)
        )

    def _is_licensed(self, performer: UUID, day: date) -> bool:
        return any(one.role in LICENSED and one.holds(day) for one in self.work.get(performer, ()))

    def _corrects_own(self, arrival: Arrival) -> bool | None:
        corrected = self.made.get(arrival.body.corrects) if arrival.body.corrects else None
        return self._may_correct(made_by(arrival), corrected) if corrected else None

    def _may_correct(self, correction: Made, corrected: Made) -> bool:
        """One's own, and what one may review where the corrected one belongs, whatever the correction says it is of."""
        if correction.performer == corrected.performer:
            return True
        prescription = self.prescriptions.get(corrected.prescription)
        return self._has(Permission.REVIEW, correction.performer, prescription, correction.day)

    def _has(self, permission: Permission, user: UUID, prescription: PrescriptionFacts | None, day: date) -> bool:
        """On that day, in the unit that performs or in the one that prescribes."""
        units = (prescription.unit, prescription.rehab_unit) if prescription else ()
        return any(_gives(one, permission, units) and one.holds(day) for one in self.work.get(user, ()))

    def _already_signed(self, arrival: Arrival) -> bool:
        occurrence = arrival.body.own_occurrence
        if occurrence is None or arrival.body.outcome == Outcome.VOID:
            return False
        others = self.of_occurrence.get(occurrence)
        if not others:
            return False
        ids = {*others, *(id for one in (*others, arrival.id) for id in self.corrections_of.get(one, ()))}
        standing = effective([*(self.signed[id] for id in ids), signed_by(arrival, counts=True)])
        here = {one.id for one in standing if one.occurrence == occurrence}
        return arrival.id in here and len(here) > 1


def signed_by(arrival: Arrival, *, counts: bool) -> Signed:
    """The arrival as the balance sees it."""
    body = arrival.body
    return Signed(arrival.id, body.own_occurrence, body.outcome, body.reason, body.performed_at, body.corrects, counts)


def made_by(arrival: Arrival) -> Made:
    """By the day it was recorded: a right that has ended meanwhile held then."""
    return Made(arrival.performer, local_day(arrival.recorded_at), arrival.body.prescription)


def _is_planned(
    arrival: Arrival, prescription: PrescriptionFacts | None, occurrence: Occurrence | None, version: int | None
) -> bool:
    """It names an occurrence that the prescription plans, or none where it plans none."""
    if arrival.body.slot is not None:
        return occurrence is not None and arrival.body.occurrence == occurrence.id
    in_force = _version(prescription, version)
    return arrival.body.occurrence is None and (in_force is None or isinstance(in_force.plan.schedule, AsNeeded))


def _version(prescription: PrescriptionFacts | None, number: int | None) -> VersionFacts | None:
    return prescription.version(number) if prescription and number is not None else None


def _gives(work: Worked, permission: Permission, units: Iterable[UUID]) -> bool:
    role = ROLES[Role(work.role)]
    return permission in role.permissions and (role.everywhere or work.unit in units)


def load(arrivals: Sequence[Arrival]) -> Known:
    """Prescriptions, performers, delegations where any is asked for, and the signatures that these touch."""
    rows = _touched(arrivals)
    prescriptions = prescription_facts(
        {arrival.body.prescription for arrival in arrivals} | {row.prescription for row in rows}
    )
    performers = {arrival.performer for arrival in arrivals} | {row.performer for row in rows}
    asked = any(version.task for one in prescriptions.values() for version in one.versions)
    known = Known(prescriptions, work_of(performers), delegation_facts(performers) if asked else {})
    waiting = not_counting([row.id for row in rows])
    for row in rows:
        signed = Signed(
            row.id, row.occurrence, row.outcome, row.reason, row.performed_at, row.corrects, row.id not in waiting
        )
        known.add(signed, Made(row.performer, local_day(row.recorded_at), row.prescription))
    return known


class _Touched(NamedTuple):
    id: UUID
    prescription: UUID
    occurrence: UUID | None
    corrects: UUID | None
    performer: UUID
    performed_at: datetime
    recorded_at: datetime
    outcome: str
    reason: str | None


_SIGNATURES = """
    SELECT id, prescription, occurrence, corrects, performer, performed_at, recorded_at, outcome, reason
    FROM signing_signature
"""
_OF_BATCH = _SIGNATURES + "WHERE occurrence IN ({occurrences}) OR id IN ({corrected}) OR corrects IN ({arriving})"
_CORRECTIONS = _SIGNATURES + "WHERE corrects IN ({ids})"


def _touched(arrivals: Sequence[Arrival]) -> list[_Touched]:
    """Those of the same occurrences, what these arrivals correct, and whatever corrects any of them."""
    own = {arrival.body.own_occurrence for arrival in arrivals}
    named = {arrival.body.corrects for arrival in arrivals}
    found = _rows(
        _OF_BATCH,
        occurrences=[one for one in own if one],
        corrected=[one for one in named if one],
        arriving=[arrival.id for arrival in arrivals],
    )
    corrections = _rows(_CORRECTIONS, ids=[row.id for row in found]) if found else []
    return list({row.id: row for row in (*found, *corrections)}.values())


def _rows(statement: str, **lists: Iterable[UUID]) -> list[_Touched]:
    return [
        _Touched(
            uuid(id),
            uuid(prescription),
            uuid_or_none(occurrence),
            uuid_or_none(corrects),
            uuid(performer),
            instant(performed_at),
            instant(recorded_at),
            *said,
        )
        for id, prescription, occurrence, corrects, performer, performed_at, recorded_at, *said in select(
            statement, **lists
        )
    ]
