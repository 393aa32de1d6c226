"""What one can say does not work, and whose it is to mend."""

import pytest

from beredd.disruption.plan import plan
from beredd.disruption.rules.landscape import Layer, Owner
from beredd.disruption.rules.observed import Kind
from beredd.disruption.rules.things import thing_of, things
from beredd.disruption.rules.whose import owner_of

LANDSCAPE = plan().landscape


def test_every_system_can_be_said_once_and_the_ways_out_by_words_of_their_own() -> None:
    known = things(LANDSCAPE)
    keys = [one.key for one in known]
    assert keys[0] == "launch"
    assert {"system:exorlive", "system:appva", "phones", "fixed", "wireless"} <= set(keys)
    assert not {"system:link", "system:internet", "system:names", "system:launch"} & set(keys)
    assert len(keys) == len(set(keys))


def test_what_is_said_becomes_what_an_incident_is_called_by() -> None:
    known = things(LANDSCAPE)
    said = {key: thing_of(key, known) for key in ("launch", "system:appva", "phones", "system:nothing")}
    assert {key: (one.kind, one.about, one.layer) for key, one in said.items() if one} == {
        "launch": (Kind.LAUNCH, "launch", Layer.LAUNCH),
        "system:appva": (Kind.SYSTEM, "appva", Layer.SYSTEM),
        "phones": (Kind.PHONES, "link", Layer.MOBILE_NETWORK),
    }


@pytest.mark.parametrize(
    ("system", "layer", "employer", "owner"),
    [
        ("exorlive", Layer.SYSTEM, None, Owner.VENDOR),
        ("exorlive", Layer.SYSTEM, "omsorg", Owner.VENDOR),
        ("beredd", Layer.SYSTEM, None, Owner.IT_SERVICE),
        ("launch", Layer.LAUNCH, None, Owner.IT_SERVICE),
        ("launch", Layer.LAUNCH, "omsorg", Owner.OWN_IT),
        ("link", Layer.MOBILE_NETWORK, "kommunen", Owner.IT_SERVICE),
        ("link", Layer.FIXED_LINE, "omsorg", Owner.OWN_IT),
        ("link", Layer.COVERAGE, None, Owner.LICENSED),
        ("exorlive", Layer.AUTHORISATION, None, Owner.HELPDESK),
        ("many", Layer.MANY, None, Owner.IT_SERVICE),
        ("unheard-of", Layer.SYSTEM, None, Owner.IT_SERVICE),
    ],
)
def test_whose_it_is(system: str, layer: Layer, employer: str | None, owner: Owner) -> None:
    assert owner_of(system, layer, employer, LANDSCAPE) is owner
