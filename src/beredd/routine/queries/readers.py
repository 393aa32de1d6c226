"""Who must know the routine, who does, and who has not read it yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from beredd.clock import local_day
from beredd.people.queries import UnitRow, all_units, members, unit_rows, work_of
from beredd.people.rules.access import Access
from beredd.people.rules.roles import Permission, Role
from beredd.routine.models import Confirmation, Reminder, ScenarioAnswer
from beredd.routine.queries.standing import StandingRow, said_by, standing_versions
from beredd.routine.rules.known import Audience, Standing, Work, meant, read_by, reads_as, standing
from beredd.routine.rules.routine import Routine


@dataclass(frozen=True, slots=True)
class ToRead:
    """One routine in force that is for this user: as whom, by when, and how it stands."""

    version: StandingRow
    said: Routine
    audience: Audience
    by: date
    standing: Standing
    confirmed_at: datetime | None
    reminded_at: datetime | None
    reminded_by_name: str
    answers: Mapping[str, bool]  # the id of a check → has the user answered it rightly yet?


@dataclass(frozen=True, slots=True)
class ReaderRow:
    user: UUID
    name: str
    title: str
    unit: UUID
    unit_name: str
    audience: Audience
    by: date
    standing: Standing
    confirmed_at: datetime | None
    reminded_at: datetime | None


def audience_of(user: UUID, routine: Routine, *, at: datetime) -> Audience | None:
    """As whom the user reads it; None when it is not for them."""
    return reads_as(_works([user], local_day(at)).get(user, ()), meant=meant(routine))


def to_read(access: Access, *, at: datetime) -> list[ToRead]:
    """The routines in force that this user must know, with what is left to do."""
    works = _works([access.user], local_day(at)).get(access.user, ())
    found = []
    for row in standing_versions(at=at):
        said = said_by(row)
        audience = reads_as(works, meant=meant(said))
        if audience is not None:
            found.append(_to_read(access, row, said, audience, works, local_day(at)))
    return found


def readers(access: Access, version: StandingRow, *, at: datetime) -> list[ReaderRow]:
    """Everybody who must know the version in force, in the units that one follows."""
    day, said = local_day(at), said_by(version)
    staff = [one for one in members(_followed(access), on=day) if one.user.is_active]
    works = _works({one.user.id for one in staff}, day)
    confirmed = dict(Confirmation.objects.filter(version=version.id).values_list("user", "at"))
    reminded = dict(Reminder.objects.filter(version=version.id).order_by("id").values_list("user", "at"))
    found: dict[tuple[UUID, UUID], ReaderRow] = {}
    for one in staff:
        audience = reads_as(works.get(one.user.id, ()), meant=meant(said))
        if audience is None:
            continue
        by = read_by(works[one.user.id], meant=meant(said), in_force_from=version.from_day)
        found[one.unit, one.user.id] = ReaderRow(
            user=one.user.id,
            name=one.user.name,
            title=one.user.title,
            unit=one.unit,
            unit_name=one.unit_name,
            audience=audience,
            by=by,
            standing=standing(confirmed=one.user.id in confirmed, by=by, today=day),
            confirmed_at=confirmed.get(one.user.id),
            reminded_at=reminded.get(one.user.id),
        )
    return list(found.values())


def units_of_reader(access: Access, user: UUID, *, at: datetime) -> list[UUID]:
    """The units that one follows in which the user works today."""
    staff = members(_followed(access), on=local_day(at))
    return [one.unit for one in staff if one.user.id == user and one.user.is_active]


def _followed(access: Access) -> list[UUID]:
    return [unit.id for unit in all_units(access, Permission.FOLLOW_KNOWN)]


def _works(users: Iterable[UUID], day: date) -> dict[UUID, list[Work]]:
    """Where each works today, as the rules see it."""
    found = work_of(users)
    places: dict[UUID, UnitRow] = {
        unit.id: unit for unit in unit_rows({work.unit for works in found.values() for work in works})
    }
    return {
        user: [Work(Role(work.role), _employer(places[work.unit]), work.starts_on) for work in works if work.holds(day)]
        for user, works in found.items()
    }


def _employer(unit: UnitRow) -> frozenset[str]:
    """A routine names an employer by its own key (humana), or by what kind it is (municipality, lov)."""
    return frozenset({unit.organisation_key, unit.organisation_kind})


def _to_read(
    access: Access, version: StandingRow, said: Routine, audience: Audience, works: Iterable[Work], day: date
) -> ToRead:
    mine = {"version": version.id, "user": access.user}
    confirmed = Confirmation.objects.filter(**mine).values_list("at", flat=True).first()
    asked = confirmed is None
    reminder = Reminder.objects.filter(**mine).select_related("by").order_by("-id").first() if asked else None
    answered = ScenarioAnswer.objects.filter(**mine).order_by("right").values_list("scenario", "right")
    by = read_by(works, meant=meant(said), in_force_from=version.from_day)
    return ToRead(
        version=version,
        said=said,
        audience=audience,
        by=by,
        standing=standing(confirmed=not asked, by=by, today=day),
        confirmed_at=confirmed,
        reminded_at=reminder.at if reminder else None,
        reminded_by_name=reminder.by.name if reminder else "",
        answers=dict(answered) if asked else {},
    )
