"""The plan in use: the municipality's own file in the data folder, or the one that comes with Beredd."""

from pathlib import Path

from django.conf import settings

from beredd.disruption.landscape_file import Plan, read_plan
from beredd.shipped import content


def own_file() -> Path | None:
    """The municipality's own; without it nobody looks around, for the one that comes with Beredd leads nowhere."""
    own = Path(settings.DATA) / "probes.toml"
    return own if own.exists() else None


def plan_file() -> Path:
    return own_file() or content() / "probes" / "demo.toml"


def plan() -> Plan:
    """Raises LandscapeFault."""
    return read_plan(plan_file())
