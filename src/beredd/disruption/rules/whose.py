"""Whose it is to mend what an incident is about."""

from beredd.disruption.rules.landscape import Landscape, Layer, Owner

_IT = frozenset({Layer.FIXED_LINE, Layer.WIRELESS, Layer.MOBILE_NETWORK, Layer.INTERNET, Layer.NAMES, Layer.MANY})


def owner_of(system: str, layer: Layer, employer: str | None, landscape: Landscape) -> Owner:
    """`employer`: the only one concerned, if there is only one. The place's own IT, unless it is the system itself."""
    if layer in _IT or layer in (Layer.LAUNCH, Layer.DEVICE):
        return landscape.local_it(employer)
    if layer is Layer.AUTHORISATION:
        return Owner.HELPDESK
    if layer is Layer.COVERAGE:
        return Owner.LICENSED
    owners = {target.owner for target in landscape.targets.values() if target.system == system}
    return owners.pop() if len(owners) == 1 else landscape.local_it(employer)
