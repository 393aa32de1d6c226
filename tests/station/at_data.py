"""A hand inside the server's data folder: a town, a station, a look. Run as python -m tests.station.at_data VERB."""

import json
import sys

from beredd.cli.house import open_house


def put_town() -> None:
    """Two stations in a unit, one on the mobile network in another. Prints the unit, each station's id and key."""
    from beredd import clock
    from beredd.disruption import actions
    from beredd.disruption.rules.observed import Link
    from beredd.people.factories import town, user
    from beredd.people.rules.roles import Role

    place = town()
    ivar = place.access(user("ivar", "Ivar Nät", Role.IT_SERVICE, "rehab"))
    stations = {
        "east": (place.north, Link.FIXED),
        "west": (place.north, Link.FIXED),
        "south": (place.south, Link.MOBILE),
    }
    added = {
        name: actions.add_station(name=name, unit=unit, link=link, always_on=True, by=ivar, at=clock.now())
        for name, (unit, link) in stations.items()
    }
    told = {name: {"id": str(one.id), "key": one.key} for name, one in added.items()}
    sys.stdout.write(json.dumps({"unit": str(place.north), "stations": told}))


def withdraw() -> None:
    """The station in the north."""
    from beredd import clock
    from beredd.disruption import actions
    from beredd.disruption.models import Station
    from beredd.ids import entity_id
    from beredd.people.queries import access_of

    ivar = access_of(entity_id("user", "ivar"), at=clock.now())
    actions.withdraw_station(station=Station.objects.get(name="east").id, by=ivar, at=clock.now())


def look() -> None:
    """What stations have seen, by target, and how they are."""
    from beredd.disruption.models import Observation, Station

    seen = Observation.objects.filter(place="station").order_by("at").values_list("target", "result")
    resting = Station.objects.filter(resting=True).values_list("name", flat=True)
    sys.stdout.write(json.dumps({"seen": list(seen), "resting": list(resting)}))


if __name__ == "__main__":
    open_house()
    {"put-town": put_town, "withdraw": withdraw, "look": look}[sys.argv[1]]()
