"""A small routine in force, and a later version of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from beredd.people.factories import MONDAY
from beredd.people.rules.access import SYSTEM, Access
from beredd.routine import actions
from beredd.routine.models import RoutineVersion
from beredd.routine.rules.reading import read
from beredd.routine.rules.states import Move

TEXT = """\
# The smallest that has a bit of everything.
id: exorlive
title: {sv: Driftstopp i ExorLive, en: ExorLive is down}
kind: Rutin
version: 1
decided_on: 2026-02-12
decided_by: MAS/MAR
responsible: Verksamhetsledare Rehab
interval: En gång om året
interval_months: 12
duty: Rutinen ska vara känd och finnas på papper på arbetsplatsen.
scope:
  applies_to: Alla som använder ExorLive
  not_when: Bara en enhet krånglar
  unless: {one-device: [yes]}
  instead: one-device
questions:
  role:
    text: Vem är du?
    options: {performer: Utförare, licensed: Legitimerad}
  employer:
    text: Vem är du anställd av?
    options: {municipality: Kommunen, lov: Ett LOV-företag}
  one-device:
    text: Är det bara en enhet som krånglar?
    options: {yes: Ja, no: Nej}
contacts:
  rehab:
    name: {sv: Rehabiliteringen, en: The rehab unit}
    phone: 0346-886300
    hours:
      - {days: weekdays, opens: "08:00", closes: "12:00"}
    otherwise: centre
  centre:
    name: Kontaktcenter
    phone: 0346-886000
situations:
  one-device:
    title: En enhet krånglar
    for: [performer, licensed]
    items:
      - {step: other, text: Använd en annan enhet., source: "1"}
  phones-down:
    title: {sv: Mobilerna fungerar inte, en: The phones are down}
    for: performer
    items:
      - ask: one-device
      - {step: ring, text: Ring den legitimerade., source: "2", reach: rehab, when: {one-device: no}}
      - {step: sign, text: Signera när mobilen fungerar igen., source: "3"}
checks:
  whom:
    for: performer
    text: Mobilen är död klockan tio. Vad gör du?
    options: {wait: Väntar, ring: Ringer den legitimerade}
    right: ring
    why: Den legitimerade vet vilka insatser som ska utföras.
"""


@dataclass(frozen=True)
class Shelf:
    """`version`: the first one, in force since Monday."""

    routine: UUID
    version: UUID

    def next_version(self, *, from_day: date, by: Access, text: str = "") -> UUID:
        """Version 2, in force from that day."""
        version = actions.start_draft(routine=self.routine, by=by, at=MONDAY)
        seen = RoutineVersion.objects.get(id=version).texts.get()
        actions.save_draft(version=version, text=text or seen.text, seen=seen.id, by=by, at=MONDAY)
        for move in (Move.REVIEW, Move.DECIDE):
            actions.move_version(version=version, move=move, by=by, at=MONDAY)
        actions.move_version(version=version, move=Move.PUT_IN_FORCE, from_day=from_day, by=by, at=MONDAY)
        return version

    def withdraw(self, *, by: Access) -> None:
        """Version 1, on Monday."""
        actions.move_version(version=self.version, move=Move.WITHDRAW, ground="Fel", by=by, at=MONDAY)


def shelf(text: str = TEXT) -> Shelf:
    """Puts the routine into the database, as a new installation gets it."""
    assert actions.put_shipped(text=text, name="exorlive.yaml", by=SYSTEM, at=MONDAY)
    version = RoutineVersion.objects.get(routine__slug=read(text, "text").id)
    return Shelf(version.routine_id, version.id)
