"""Is somebody alone with it? For the one who has just reported, signed in or not: numbers, no names."""

from datetime import datetime

from beredd.disruption.models import Report
from beredd.disruption.queries.status import Trouble, status
from beredd.disruption.rules.reports import RECENT
from beredd.disruption.rules.things import Thing
from beredd.people.rules.access import Access


def others_say(thing: Thing, *, device: str, at: datetime) -> int:
    """Devices that have said the same within the last hour, that one itself left out."""
    recent = Report.objects.filter(kind=thing.kind, system=thing.system, made_at__gt=at - RECENT, made_at__lte=at)
    return recent.exclude(device=device).values("device").distinct().count()


def known_already(access: Access, thing: Thing, *, at: datetime) -> Trouble | None:
    """The disruption that it belongs to, if one goes on."""
    found = next((one for one in status(access, at=at) if one.system == thing.about), None)
    troubles = found.troubles if found else ()
    return next((one for one in troubles if one.layer is thing.layer), None)
