"""What the demo town has been through: a long disruption with paper, a suspicion that was none; planned work."""

from datetime import datetime, timedelta
from uuid import UUID

from beredd.clock import local_day, midnight
from beredd.disruption import actions
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import Layer
from beredd.paper.actions import cancel
from beredd.paper.queries import jobs
from beredd.people.queries import UnitRow, access_of, all_units, find_user
from beredd.people.rules.access import SYSTEM, Access
from beredd.people.rules.roles import Permission

LONG_AGO, NOTHING_AGO, PLANNED_AGO = 4, 2, 9  # days
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def make(*, at: datetime) -> None:
    """A few days before `at`, inside the caller's transaction; nothing goes on when one signs in for the first time."""
    units = [one for one in all_units(SYSTEM, Permission.SIGN) if one.kind == "care"][:2]
    _long(units, midnight(local_day(at) - timedelta(days=LONG_AGO)) + 9 * HOUR)
    _nothing(units[:1], midnight(local_day(at) - timedelta(days=NOTHING_AGO)) + 14 * HOUR)
    _planned(midnight(local_day(at) - timedelta(days=PLANNED_AGO)), midnight(local_day(at)))


def _long(units: list[UnitRow], began: datetime) -> None:
    maria, hugo, ivar = _who("maria", began), _who("hugo", began), _who("ivar", began)
    places = {one.id for one in units}
    id = actions.raise_incident(
        system="exorlive",
        layer=Layer.SYSTEM,
        units=places,
        ground="Programmen öppnas inte i någon mobil.",
        by=hugo,
        at=began,
    )
    _move(id, Move.CONFIRM, "Provat från kontoret och från två mobiler.", hugo, began + 10 * MINUTE)
    actions.tell(
        incident=id,
        text="ExorLive svarar inte. Använd programmet i Beredd eller i hemdoket, och signera i Beredd.",
        next_at=began + 90 * MINUTE,
        by=hugo,
        at=began + 12 * MINUTE,
    )
    _move(
        id,
        Move.DECLARE_LONG,
        "Felet är hos leverantören. Klart tidigast i morgon.",
        ivar,
        began + 100 * MINUTE,
    )
    papers = [
        actions.begin_paper(
            incident=id,
            unit=one.id,
            system="exorlive",
            begins_at=began + 2 * HOUR,
            ground="Programmen behövs i kväll.",
            by=maria,
            at=began + 110 * MINUTE,
        )
        for one in units
    ]
    for job in jobs(maria):
        cancel(job=job.id, by=maria, at=began + 2 * HOUR)  # it was printed then: nothing is to be made now
    later = began + 24 * HOUR
    _move(id, Move.RECOVER, "Leverantören har rättat felet. Provat i fem mobiler.", hugo, later)
    for paper in papers:
        actions.end_paper(paper=paper, ends_at=later + HOUR, ground="Alla har sina program igen.", by=maria, at=later)
    _move(id, Move.CLOSE, "", maria, later + 3 * HOUR)


def _nothing(units: list[UnitRow], began: datetime) -> None:
    hugo = _who("hugo", began)
    id = actions.raise_incident(
        system="appva",
        layer=Layer.SYSTEM,
        units={one.id for one in units},
        ground="Två kan inte logga in.",
        by=hugo,
        at=began,
    )
    _move(id, Move.DISMISS, "Båda hade bytt lösenord i går. Det fungerar nu.", hugo, began + 20 * MINUTE)


def _planned(announced: datetime, today: datetime) -> None:
    """Work that is over, and work that comes: in the night, and in the middle of a morning."""
    ivar = _who("ivar", announced)
    for system, days, hour, lasts, what in (
        ("appva", -1, 23, 2, "Ny version av Appva MCSS. Inloggningen är stängd."),
        ("exorlive", 6, 22, 1, "ExorLive byter server. Programmen öppnas inte."),
        ("intraphone", 8, 9, 2, "Certifikatet byts. Planeringen kan komma och gå."),
    ):
        starts = today + timedelta(days=days) + hour * HOUR
        actions.plan_maintenance(
            system=system,
            starts_at=starts,
            ends_at=starts + lasts * HOUR,
            what=what,
            source="Leverantörens kundbrev",
            by=ivar,
            at=announced + 10 * HOUR,
        )


def _move(id: UUID, move: Move, ground: str, by: Access, at: datetime) -> None:
    actions.move_incident(incident=id, move=move, ground=ground, by=by, at=at)


def _who(username: str, at: datetime) -> Access:
    card = find_user(username)
    assert card is not None
    return access_of(card.id, at=at)
