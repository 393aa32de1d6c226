"""All that could matter when a batch is judged, loaded in a handful of statements and kept up as the batch goes on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from beredd.care.queries import PrescriptionFacts, prescription_facts
from beredd.care.rules.occurrences import covers, find, version_at
from beredd.care.rules.prescription import Basis
from beredd.clock import SWEDEN, local_day
from beredd.people.queries import Worked, delegation_facts, work_of
from beredd.people.rules.delegation import Delegation, valid_delegation
from beredd.people.rules.roles import LICENSED, ROLES, Permission, Role
from beredd.signing.events import Arrival
from beredd.signing.models import Signature
from beredd.signing.queries.standing import not_counting
from beredd.signing.rules.balance import Outcome, Signed, effective
from beredd.signing.rules.review import SignatureFacts


@dataclass(slots=True)
class Known:
    """`signed` by occurrence; `performer_of` and `corrected_by` by signature."""

    prescriptions: dict[UUID, PrescriptionFacts]
    work: dict[UUID, list[Worked]]
    delegations: dict[UUID, list[Delegation]]
    signed: defaultdict[UUID, list[Signed]] = field(default_factory=lambda: defaultdict(list))
    performer_of: dict[UUID, UUID] = field(default_factory=dict)
    corrected_by: defaultdict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))

    def add(self, signed: Signed, *, performer: UUID) -> None:
        """From here on this signature is there, too."""
        self.performer_of[signed.id] = performer
        if signed.occurrence is not None:
            self.signed[signed.occurrence].append(signed)
        if signed.corrects is not None:
            self.corrected_by[signed.corrects].append(signed.id)

    def corrections_by_others(self, arrival: Arrival) -> list[UUID]:
        """Corrections of this signature that came before it, from people who may not correct it."""
        return [
            id
            for id in self.corrected_by[arrival.id]
            if not self._may_correct(self.performer_of[id], arrival.performer, arrival)
        ]

    def facts(self, arrival: Arrival) -> SignatureFacts:
        """What the rule judges this arrival by."""
        body = arrival.body
        prescription = self.prescriptions.get(body.prescription)
        plans = prescription.plans if prescription else []
        in_force = version_at(plans, body.performed_at)
        occurrence = find(body.prescription, plans, body.slot, zone=SWEDEN) if body.slot else None
        day = local_day(body.performed_at)
        return SignatureFacts(
            performed_at=body.performed_at,
            recorded_at=arrival.recorded_at,
            received_at=arrival.received_at,
            prescription_known=prescription is not None and prescription.patient == body.patient,
            planned=body.slot is None or (occurrence is not None and body.occurrence == occurrence.id),
            in_period=occurrence is not None or (in_force is not None and covers(in_force, day)),
            version_signed=body.version,
            version_in_force=occurrence.version if occurrence else (in_force.number if in_force else None),
            delegation_holds=self._delegation_holds(arrival, prescription),
            performer_known=arrival.performer in self.work,
            in_scope=prescription is not None and self._works_for(arrival.performer, prescription, body.performed_at),
            corrects_own=self._corrects_own(arrival),
            already_signed=self._already_signed(arrival),
        )

    def _delegation_holds(self, arrival: Arrival, prescription: PrescriptionFacts | None) -> bool | None:
        version = prescription.version(arrival.body.version) if prescription and arrival.body.version else None
        if prescription is None or version is None or version.basis != Basis.DELEGATION:
            return None
        at = arrival.body.performed_at
        if any(one.role in LICENSED and one.holds(local_day(at)) for one in self.work.get(arrival.performer, ())):
            return None
        return bool(
            valid_delegation(
                self.delegations.get(arrival.performer, ()),
                performer=arrival.performer,
                task=version.task,
                unit=prescription.unit,
                at=at,
                zone=SWEDEN,
            )
        )

    def _works_for(self, performer: UUID, prescription: PrescriptionFacts, at: datetime) -> bool:
        units, day = (prescription.unit, prescription.rehab_unit), local_day(at)
        return any(_may(one, Permission.SIGN, units) and one.holds(day) for one in self.work.get(performer, ()))

    def _corrects_own(self, arrival: Arrival) -> bool | None:
        corrects = arrival.body.corrects
        if corrects is None or corrects not in self.performer_of:
            return None
        return self._may_correct(arrival.performer, self.performer_of[corrects], arrival)

    def _may_correct(self, corrector: UUID, signer: UUID, arrival: Arrival) -> bool:
        """One's own, and what one may review."""
        prescription = self.prescriptions.get(arrival.body.prescription)
        units = (prescription.unit, prescription.rehab_unit) if prescription else ()
        return corrector == signer or any(_may(one, Permission.REVIEW, units) for one in self.work.get(corrector, ()))

    def _already_signed(self, arrival: Arrival) -> bool:
        body = arrival.body
        if body.occurrence is None or body.outcome == Outcome.VOID:
            return False
        this = Signed(arrival.id, body.occurrence, body.outcome, body.reason, body.performed_at, body.corrects)
        standing = {one.id for one in effective([*self.signed[body.occurrence], this])}
        return arrival.id in standing and len(standing) > 1


def _may(work: Worked, permission: Permission, units: Iterable[UUID]) -> bool:
    role = ROLES[Role(work.role)]
    return permission in role.permissions and (role.everywhere or work.unit in units)


def load(arrivals: Sequence[Arrival]) -> Known:
    """Prescriptions, performers, delegations where any is asked for, and the signatures that these touch."""
    prescriptions = prescription_facts({arrival.body.prescription for arrival in arrivals})
    rows = _touched(arrivals)
    performers = {arrival.performer for arrival in arrivals} | {row.performer for row in rows}
    asked = any(version.task for one in prescriptions.values() for version in one.versions)
    known = Known(prescriptions, work_of(performers), delegation_facts(performers) if asked else {})
    waiting = not_counting([row.id for row in rows])
    for row in rows:
        signed = Signed(
            row.id, row.occurrence, row.outcome, row.reason, row.performed_at, row.corrects, row.id not in waiting
        )
        known.add(signed, performer=row.performer)
    return known


def _touched(arrivals: Sequence[Arrival]) -> list[Signature]:
    ids = [arrival.id for arrival in arrivals]
    occurrences = {arrival.body.occurrence for arrival in arrivals} - {None}
    corrected = {arrival.body.corrects for arrival in arrivals} - {None}
    return list(
        Signature.objects.filter(
            Q(occurrence__in=occurrences) | Q(corrects__in=[*ids, *corrected]) | Q(id__in=corrected)
        ).order_by()
    )
