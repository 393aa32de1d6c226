"""Makes the demo municipality in the data folder, once: files, the ordinary import, passwords, a little history."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext

from beredd.clock import SWEDEN, local_day, midnight
from beredd.i18n.mark import N_
from beredd.importing.actions import import_folder
from beredd.importing.demo import building, coverage, disruptions, files, followed, history, own, paper, reading
from beredd.importing.demo.places import CARE, REHAB
from beredd.importing.demo.prescribing import KNOWN_DAYS
from beredd.people.actions import set_password
from beredd.people.queries import all_units, users
from beredd.people.rules.access import SYSTEM, Refused
from beredd.people.rules.roles import Permission

PASSWORD = "beredd-demo-2026"  # noqa: S105  # printed for all to see; opens nothing but what is invented


@dataclass(frozen=True, slots=True)
class Guide:
    """Whom to sign in as. `role` and `sentence` are English for the catalogue."""

    username: str
    name: str
    role: str
    sentence: str
    on_phone: bool = False


PEOPLE = (
    Guide("alva", "Alva Lindqvist", N_("Occupational therapist"), N_("Prescribes for patients of Rehab Centrum.")),
    Guide("frida", "Frida Strand", N_("Physiotherapist"), N_("Prescribes for patients of Rehab Inlandet.")),
    Guide("sam", "Sam Nordin", N_("Nurse"), N_("Follows up and delegates in Rehab Centrum.")),
    Guide("bo", "Bo Lind", N_("Performer"), N_("Signs on the phone in Hemtjänst Skrea."), on_phone=True),
    Guide("cilla", "Cilla Sand", N_("Performer"), N_("Signs on the phone in Humana Hjortsberg."), on_phone=True),
    Guide("disa", "Disa Alm", N_("Unit manager"), N_("Sees the day of Hemtjänst Skrea and who takes whom.")),
    Guide("maria", "Maria Stål", N_("Medically responsible (MAS/MAR)"), N_("Sees every unit and the access log.")),
    Guide("hugo", "Hugo Hjelm", N_("System support"), N_("Looks after users and phones. Sees no patients.")),
    Guide("ivar", "Ivar Ström", N_("IT service"), N_("States that a disruption will be long. Sees no patients.")),
    Guide("admin", "Admin Adamsson", N_("System administrator"), N_("Sets up units and users. Sees no patients.")),
)


class NotEmpty(Refused):
    """Code `demo_not_empty`: there is something else in the database, and we do not mix the invented with the real."""

    def __init__(self) -> None:
        super().__init__(
            "demo_not_empty",
            N_("The data folder already holds another municipality. Choose an empty one with BEREDD_DATA."),
        )


class DemoDoesNotHold(Exception):
    """The importer found faults in the demo's own files: ours to mend."""


def load(*, at: datetime, today: date, say: Callable[[str], None]) -> bool:
    """Returns whether anything was made: False when it is there already. `say` is told what goes on, in words.

    Around `today`; with another day than that of `at`, as if it were noon there. All in one transaction, so that an
    interrupted start leaves nothing half made.
    """
    there = {unit.key for unit in all_units(SYSTEM, Permission.SIGN)}
    if there >= {place.key for place in (*CARE, *REHAB)}:
        return False
    if there:
        raise NotEmpty
    moment = at if local_day(at) == today else datetime(today.year, today.month, today.day, 12, tzinfo=SWEDEN)
    folder = Path(settings.DATA) / "demo"
    say(gettext("Makes an invented municipality in %(folder)s. It takes some seconds.") % {"folder": folder})
    files.write(folder, today=today)
    with transaction.atomic():
        _read_in(folder, at=midnight(today - timedelta(days=KNOWN_DAYS)))
        _set_passwords(at=midnight(today - timedelta(days=KNOWN_DAYS)))
        history.make(Random(files.SEED), at=moment)  # noqa: S311
        followed.make(Random(files.SEED), at=moment)  # noqa: S311
        building.make(at=moment)
        own.make(at=moment)
        disruptions.make(at=moment)
        put_at = midnight(today - timedelta(days=KNOWN_DAYS))
        reading.make(Random(files.SEED), put_at=put_at, at=moment)  # noqa: S311
        paper.make(at=moment)
        coverage.make(at=moment)
    return True


def _read_in(folder: Path, *, at: datetime) -> None:
    found = import_folder(folder=folder, by=SYSTEM, at=at)
    if found.faults:
        raise DemoDoesNotHold(found.faults[:5])


def _set_passwords(*, at: datetime) -> None:
    """One password and one hash for all: hashing it two hundred times would take minutes and protect nothing."""
    encoded = make_password(PASSWORD)
    for user in users(SYSTEM):
        set_password(user=user.id, encoded=encoded, by=SYSTEM, at=at)
