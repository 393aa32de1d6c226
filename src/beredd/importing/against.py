"""Rows against each other and against what has been read in before: the checks that no single row can fail alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from uuid import UUID

from beredd.importing.known import Known
from beredd.importing.rows import Parsed
from beredd.importing.rules.cells import shown
from beredd.importing.rules.fault import Fault
from beredd.importing.sheets import BY_NAME
from beredd.people.queries import Worked
from beredd.people.rules.roles import LICENSED, Role

Rows = Mapping[str, Sequence[Parsed]]


class Municipality:
    """Everything in the files together with everything known."""

    def __init__(self, rows: Rows, known: Known, exercises: Iterable[str]) -> None:
        self.rows, self.known = rows, known
        self.keys: dict[str, set[str]] = {"exercises": set(exercises)}
        for name, sheet in BY_NAME.items():
            first = sheet.identity[0]
            self.keys[name] = {row.values[first] for row in rows.get(name, ()) if first in row.values}
        self.unit_kinds = self._unit_kinds()
        self.work = self._work()

    def _unit_kinds(self) -> dict[UUID, str]:
        named = [row.values for row in self.rows.get("units", ()) if {"key", "kind"} <= row.values.keys()]
        return {**self.known.unit_kinds, **{self.known.id("units", values["key"]): values["kind"] for values in named}}

    def _work(self) -> dict[UUID, list[Worked]]:
        """Where each works: as the files say and, where they are silent, as is known."""
        found: defaultdict[UUID, dict[object, Worked]] = defaultdict(dict)
        for user, works in self.known.work.items():
            found[user] = {(one.unit, one.role, one.starts_on): one for one in works}
        for row in self.rows.get("memberships", ()):
            if {"user", "unit", "role", "starts_on"} <= row.values.keys():
                values = row.values
                unit = self.known.id("units", values["unit"])
                work = Worked(unit, values["role"], values["starts_on"], values.get("ends_on"))
                found[self.known.id("users", values["user"])][unit, work.role, work.starts_on] = work
        return {user: list(works.values()) for user, works in found.items()}

    def licensed(self, user: str, *, on: date | None = None) -> bool:
        """Ever; or on a day."""
        work = self.work.get(self.known.id("users", user), [])
        return any(Role(one.role) in LICENSED and (on is None or one.holds(on)) for one in work)


def check(municipality: Municipality) -> Iterator[Fault]:
    """All of it, file by file."""
    for name, rows in municipality.rows.items():
        yield from _duplicates(rows)
        yield from _references(rows, municipality)
        yield from _taken(rows, municipality.known)
        if special := SPECIAL.get(name):
            yield from special(rows, municipality)


def _duplicates(rows: Sequence[Parsed]) -> Iterator[Fault]:
    if not rows:
        return
    sheet = rows[0].sheet
    alone = [(column.field,) for column in sheet.columns if column.unique]
    derived = [(one.field,) for one in sheet.derived if one.field == "identity"]
    for fields in (sheet.identity, *alone, *derived):
        first: dict[object, int] = {}
        for row in rows:
            if all(field in row.values for field in fields):
                value = tuple(row.values[field] for field in fields)
                if (other := first.setdefault(value, row.number)) != row.number:
                    blame = "identity_text" if fields == ("identity",) else fields[-1]
                    yield row.fault("duplicate", blame, other=other)


def _references(rows: Sequence[Parsed], municipality: Municipality) -> Iterator[Fault]:
    for row in rows:
        for column in row.sheet.columns:
            key = row.values.get(column.field)
            if column.refers and key and not _exists(column.refers, key, municipality):
                yield row.fault("unknown_reference", column.field, **_reference(column.refers, key, municipality))


def _exists(sheet: str, key: str, municipality: Municipality) -> bool:
    return key in municipality.keys[sheet] or municipality.known.has(sheet, key)


def _reference(sheet: str, key: str, municipality: Municipality) -> dict[str, object]:
    keys = municipality.keys[sheet] | municipality.known.ids.get(sheet, {}).keys()
    near = get_close_matches(key, keys, n=1, cutoff=0.75)
    file = BY_NAME[sheet].file if sheet in BY_NAME else "content/exercises"
    return {"value": shown(key), "file": file, "hint": f" ({near[0]}?)" if near else ""}


def _taken(rows: Sequence[Parsed], known: Known) -> Iterator[Fault]:
    """A user name or personal number that somebody else has, who is not renamed in the same file."""
    renamed = {known.id(row.sheet.name, row.values["key"]) for row in rows if "key" in row.values and row.record}
    for row in rows:
        if "key" not in row.values:
            continue
        own = known.id(row.sheet.name, row.values["key"])
        for field, value, holders in _claims(row, known):
            holder = holders.get(value)
            if holder is not None and holder != own and holder not in renamed:
                yield row.fault("taken", field)


def _claims(row: Parsed, known: Known) -> Iterator[tuple[str, str, Mapping[str, UUID]]]:
    if row.sheet.name == "users" and "username" in row.values:
        yield "username", row.values["username"], known.usernames
    if row.sheet.name == "patients" and "identity" in row.values:
        yield "identity_text", row.values["identity"].value, known.identities


def _patients(rows: Sequence[Parsed], municipality: Municipality) -> Iterator[Fault]:
    for row in rows:
        for field, kind, code in (("unit", "care", "not_a_care_unit"), ("rehab_unit", "rehab", "not_a_rehab_unit")):
            key = row.values.get(field)
            if key and municipality.unit_kinds.get(municipality.known.id("units", key), kind) != kind:
                yield row.fault(code, field)


def _delegations(rows: Sequence[Parsed], municipality: Municipality) -> Iterator[Fault]:
    for row in rows:
        giver = row.values.get("given_by")
        if not giver or not _exists("users", giver, municipality):
            continue
        if not municipality.licensed(giver):
            yield row.fault("not_licensed", "given_by")
        elif "starts_on" in row.values and not municipality.licensed(giver, on=row.values["starts_on"]):
            yield row.fault("not_licensed_then", "given_by")


def _memberships(rows: Sequence[Parsed], municipality: Municipality) -> Iterator[Fault]:
    """The same role in the same unit twice at once, in the file or with what is known."""
    for row in rows:
        if row.record is None:
            continue
        values, known = row.values, municipality.known
        unit, user = known.id("units", values["unit"]), known.id("users", values["user"])
        for other in municipality.work[user]:
            same = (other.unit, other.role) == (unit, values["role"]) and other.starts_on < values["starts_on"]
            if same and other.holds(values["starts_on"]):
                yield row.fault("membership_overlap", "starts_on", day=other.starts_on)
                break


def _programmes(rows: Sequence[Parsed], municipality: Municipality) -> Iterator[Fault]:
    first: dict[str, Parsed] = {}
    for row in rows:
        if {"programme", "name"} <= row.values.keys():
            other = first.setdefault(row.values["programme"], row)
            if other.values["name"] != row.values["name"]:
                yield row.fault("programme_name", "name", other=other.number)


def _prescriptions(rows: Sequence[Parsed], municipality: Municipality) -> Iterator[Fault]:
    known = municipality.known
    for row in rows:
        by = row.values.get("prescribed_by")
        if by and _exists("users", by, municipality) and not municipality.licensed(by):
            yield row.fault("not_licensed", "prescribed_by")
        if {"key", "patient"} <= row.values.keys():
            before = known.patient_of.get(known.id("prescriptions", row.values["key"]))
            if before is not None and before != known.id("patients", row.values["patient"]):
                yield row.fault("other_patient", "patient")


SPECIAL: dict[str, Callable[[Sequence[Parsed], Municipality], Iterator[Fault]]] = {
    "patients": _patients,
    "delegations": _delegations,
    "memberships": _memberships,
    "programmes": _programmes,
    "prescriptions": _prescriptions,
}
