"""A hand inside the server's data folder: a town, a station, a look. Run as python -m tests.station.at_data VERB."""

import json
import sys

from beredd.cli.house import open_house


def put_town() -> None:
    """Prints the units by name, and the keys of a station in the north and one in the south."""
    from beredd import clock
    from beredd.disruption import actions
    from beredd.disruption.rules.observed import Link
    from beredd.people.factories import town, user
    from beredd.people.rules.roles import Role

    place = town()
    ivar = place.access(user("ivar", "Ivar Nät", Role.IT_SERVICE, "rehab"))
    asked = {"link": Link.FIXED, "always_on": True, "by": ivar, "at": clock.now()}
    keys = [
        actions.add_station(name=name, unit=unit, **asked).key  # type: ignore[arg-type]
        for name, unit in (("Norr", place.north), ("Söder", place.south))
    ]
    sys.stdout.write(json.dumps({"north": str(place.north), "south": str(place.south), "keys": keys}))


def withdraw() -> None:
    """The station in the north."""
    from beredd import clock
    from beredd.disruption import actions
    from beredd.disruption.models import Station
    from beredd.ids import entity_id
    from beredd.people.queries import access_of

    ivar = access_of(entity_id("user", "ivar"), at=clock.now())
    actions.withdraw_station(station=Station.objects.get(name="Norr").id, by=ivar, at=clock.now())


def look() -> None:
    """What stations have seen, by target, and how they are."""
    from beredd.disruption.models import Observation, Station

    seen = Observation.objects.filter(place="station").order_by("at").values_list("target", "result")
    resting = Station.objects.filter(resting=True).values_list("name", flat=True)
    sys.stdout.write(json.dumps({"seen": list(seen), "resting": list(resting)}))


if __name__ == "__main__":
    open_house()
    {"put-town": put_town, "withdraw": withdraw, "look": look}[sys.argv[1]]()
