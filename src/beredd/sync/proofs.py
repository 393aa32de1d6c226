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
    devices, stored = people.devices_known(by_device), _stored(by_device)
    found: dict[UUID, Reasons] = {}
    for id, events in by_device.items():
        forked, sound = forks([one.link for one in events], stored[id]), _proven(events, devices.get(id))
        for place, one in enumerate(events):
            found[one.id] = _reasons(one, devices.get(id), forked=place in forked, proven=place in sound)
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


def _stored(by_device: Mapping[UUID, Sequence[Sent]]) -> Mapping[UUID, Mapping[int, str]]:
    """What the ledger has under the numbers in the batch and just before them: device → number → hash."""
    asked = {
        device: {number for one in events for number in (one.link.seq, one.link.seq - 1)}
        for device, events in by_device.items()
    }
    return {
        device: {number: hash_of(body) for number, body in bodies.items()}
        for device, bodies in ledger.bodies_by_seq(asked).items()
    }
