"""Looks up who is meant by a role, as it was when the telling was made: who comes later is not told of what was."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from beredd.clock import local_day
from beredd.notices.book_file import Setup
from beredd.notices.models import Phone, Telling
from beredd.notices.rules.book import Group, Recipient
from beredd.notices.rules.meant import Person, each, spelled_out
from beredd.people.queries import UserRow, devices_known, those_with


def everybody_meant(group: Group, telling: Telling, made: Setup) -> tuple[Group, Mapping[str, Recipient]]:
    """The group with everybody spelled out, and all recipients by key."""
    known = made.book.recipients
    kinds = {name: str(settings["kind"]) for name, settings in made.channels.items()}
    meant = {key: each(known[key], _people(known[key], telling), kinds) for key in group.recipients if known[key].roles}
    return spelled_out(group, meant), {**known, **{one.key: one for those in meant.values() for one in those}}


def _people(one: Recipient, telling: Telling) -> list[Person]:
    units = None if telling.units is None else [UUID(unit) for unit in telling.units]
    rows = those_with(one.roles, units=units, on=local_day(telling.at))
    phones = _phones(rows, telling)
    return [Person(row.id.hex, row.name, row.phone, row.email, row.language, phones[row.id]) for row in rows]


def _phones(rows: list[UserRow], telling: Telling) -> Mapping[UUID, tuple[str, ...]]:
    agreed = Phone.objects.filter(user__in=[row.id for row in rows], at__lte=telling.at)
    known = devices_known(one.device for one in agreed)
    found: defaultdict[UUID, tuple[str, ...]] = defaultdict(tuple)
    told = set()  # two who share a phone are not told of it twice there
    for phone in agreed:
        device = known.get(phone.device)
        if device is not None and device.revoked_at is None and phone.endpoint not in told:
            told.add(phone.endpoint)
            found[phone.user] += (str(phone.device),)
    return found
