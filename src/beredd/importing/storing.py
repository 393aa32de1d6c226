"""Faultless rows through the actions of people and care, in the order in which they need each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from beredd.care import actions as care
from beredd.clock import local_day, midnight
from beredd.ids import entity_id
from beredd.importing.known import Known
from beredd.importing.library import Exercise
from beredd.importing.rows import Parsed
from beredd.importing.rules.fault import Fault, fault, refused
from beredd.importing.sheets.delegations import DelegationRecord
from beredd.importing.sheets.memberships import MembershipRecord
from beredd.importing.sheets.organisations import OrganisationRecord
from beredd.importing.sheets.patients import PatientRecord
from beredd.importing.sheets.prescriptions import PrescriptionRecord
from beredd.importing.sheets.programmes import ProgrammeRecord
from beredd.importing.sheets.units import UnitRecord
from beredd.importing.sheets.users import UserRecord
from beredd.people import actions as people
from beredd.people.rules.access import Access, Refused

Progress = Callable[[str, int, int], None]


class NotStored(Exception):
    """An action said no to a row; the transaction around it must be undone."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Store:
    """A method for each sheet, named as the sheet: stores a record and returns whether anything changed."""

    known: Known
    by: Access
    at: datetime

    def id(self, sheet: str, key: str) -> UUID:
        return self.known.id(sheet, key)

    @property
    def when(self) -> Any:
        return {"by": self.by, "at": self.at}

    def exercises(self, row: Exercise) -> bool:
        id = self.id("exercises", row.key)
        return care.put_exercise(id=id, key=row.key, name=row.name, content=row.content, **self.when)

    def organisations(self, row: OrganisationRecord) -> bool:
        return people.put_organisation(
            id=self.id("organisations", row.key),
            key=row.key,
            name=row.name,
            kind=row.kind,
            offline_hours=row.offline_hours,
            **self.when,
        )

    def units(self, row: UnitRecord) -> bool:
        return people.put_unit(
            id=self.id("units", row.key),
            key=row.key,
            name=row.name,
            kind=row.kind,
            organisation=self.id("organisations", row.organisation),
            phone=row.phone,
            **self.when,
        )

    def users(self, row: UserRecord) -> bool:
        return people.put_user(
            id=self.id("users", row.key),
            key=row.key,
            username=row.username,
            name=row.name,
            title=row.title,
            phone=row.phone,
            email=row.email,
            hsa_id=row.hsa_id,
            language=row.language,
            is_active=row.is_active,
            **self.when,
        )

    def memberships(self, row: MembershipRecord) -> bool:
        return people.put_membership(
            id=entity_id("membership", f"{row.user}/{row.unit}/{row.role}/{row.starts_on}"),
            user=self.id("users", row.user),
            unit=self.id("units", row.unit),
            role=row.role.value,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            **self.when,
        )

    def delegations(self, row: DelegationRecord) -> bool:
        return people.put_delegation(
            id=entity_id("delegation", f"{row.performer}/{row.task}/{row.unit or ''}/{row.starts_on}"),
            performer=self.id("users", row.performer),
            task=row.task,
            unit=self.id("units", row.unit) if row.unit else None,
            given_by=self.id("users", row.given_by),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            **self.when,
        )

    def patients(self, row: PatientRecord) -> bool:
        return care.put_patient(
            id=self.id("patients", row.key),
            key=row.key,
            name=row.name,
            identity=row.identity.value,
            identity_kind=row.identity.kind.value,
            unit=self.id("units", row.unit),
            rehab_unit=self.id("units", row.rehab_unit),
            protection=row.protection,
            address=row.address,
            phone=row.phone,
            door_note=row.door_note,
            **self.when,
        )

    def programmes(self, rows: Sequence[ProgrammeRecord]) -> bool:
        """All the rows of one programme."""
        items = [self._item(row) for row in sorted(rows, key=lambda row: row.position)]
        key, name = rows[0].programme, rows[0].name
        return care.put_programme(id=self.id("programmes", key), key=key, name=name, items=items, **self.when)

    def prescriptions(self, row: PrescriptionRecord) -> bool:
        """A new one holds from its day, today without one; a changed one never from before now."""
        id = self.id("prescriptions", row.key)
        begins = midnight(row.effective_on or local_day(self.at))
        return care.put_prescription(
            id=id,
            key=row.key,
            patient=self.id("patients", row.patient),
            content=replace(row.content, programme=self.id("programmes", row.programme) if row.programme else None),
            effective_at=max(self.at, begins) if id in self.known.patient_of else begins,
            prescribed_by=self.id("users", row.prescribed_by),
            **self.when,
        )

    def _item(self, row: ProgrammeRecord) -> care.Item:
        exercise = self.id("exercises", row.exercise)
        return care.Item(exercise, row.sets, row.repetitions, row.seconds, row.load, row.side, row.note)


def store(
    rows: Mapping[str, Sequence[Parsed]],
    exercises: Sequence[Exercise],
    known: Known,
    *,
    by: Access,
    at: datetime,
    progress: Progress,
) -> dict[str, int]:
    """How many of each sheet were new or changed. Raises NotStored; the caller's transaction undoes the rest."""
    storing = Store(known, by, at)
    changed = {"exercises": sum(storing.exercises(one) for one in exercises)}
    for name, parsed in rows.items():
        changed[name] = 0
        groups = _groups(name, parsed)
        for done, group in enumerate(groups, start=1):
            records = [row.record for row in group]
            changed[name] += _one(getattr(storing, name), records if name == "programmes" else records[0], group[0])
            progress(name, done, len(groups))
    return changed


def _groups(name: str, parsed: Sequence[Parsed]) -> list[list[Parsed]]:
    """Each row by itself; a programme's rows together."""
    if name != "programmes":
        return [[row] for row in parsed]
    by_key = sorted(parsed, key=lambda row: str(row.record.programme))
    return [list(group) for _, group in groupby(by_key, key=lambda row: str(row.record.programme))]


def _one(action: Callable[[Any], bool], record: Any, row: Parsed) -> bool:
    try:
        return action(record)
    except Refused as why:
        raise NotStored(refused(why, row.file, row.number)) from why
    except IntegrityError as why:
        raise NotStored(fault("not_stored", row.file, row.number)) from why
