"""Who made an event, and does its proof hold? One signature is verified for each unbroken run of a chain."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from beredd.ledger import queries as ledger
from beredd.people import queries as people
from beredd.people.queries import DeviceRow
from beredd.signing.rules.review import ReviewReason
from beredd.sync import keys
from beredd.sync.reading import Sent
from beredd.sync.rules.chain import forks, hash_of, proven

ENROLMENT_SLACK = timedelta(days=1)
Reasons = tuple[ReviewReason, ...]


def findings(sent: Sequence[Sent]) -> Mapping[UUID, Reasons]:
    """By event: what is wrong with who made it; nothing with most."""
    by_device: defaultdict[UUID, list[Sent]] = defaultdict(list)
    for one in sent:
        by_device[one.device].append(one)
    devices = {id: people.device(id) for id in by_device}
    found: dict[UUID, Reasons] = {}
    for id, events in by_device.items():
        forked, sound = _forks(id, events), _proven(events, devices[id])
        for place, one in enumerate(events):
            found[one.id] = _reasons(one, devices[id], forked=place in forked, proven=place in sound)
    return found


def _reasons(one: Sent, device: DeviceRow | None, *, forked: bool, proven: bool) -> Reasons:
    if device is None:
        return (ReviewReason.BAD_PROOF, *([ReviewReason.CHAIN_FORKED] if forked else []))
    judged = (
        (ReviewReason.BAD_PROOF, not proven),
        (ReviewReason.DEVICE_REVOKED, device.revoked_at is not None),
        (ReviewReason.UNKNOWN_PERFORMER, device.user != one.by),
        (ReviewReason.CHAIN_FORKED, forked),
        (ReviewReason.CLOCK_OFF, one.recorded_at < device.enrolled_at - ENROLMENT_SLACK),
    )
    return tuple(reason for reason, stands in judged if stands)


def _proven(events: Sequence[Sent], device: DeviceRow | None) -> set[int]:
    if device is None:
        return set()
    return proven(
        [one.link for one in events],
        lambda place: keys.holds(events[place].text, events[place].sig, device.public_key),
    )


def _forks(device: UUID, events: Sequence[Sent]) -> set[int]:
    links = [one.link for one in events]
    numbers = {number for link in links for number in (link.seq, link.seq - 1)}
    known = {seq: hash_of(body) for seq, body in ledger.bodies_by_seq(device, numbers).items()}
    return forks(links, known)
