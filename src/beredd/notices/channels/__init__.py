"""Ways to reach people, a file each, found by its KIND: adding one touches that file only."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from beredd.notices.channels.parcel import Channel

Settings = Mapping[str, Any]
Maker = Callable[[str, Settings], Channel]


@cache
def kinds() -> Mapping[str, Maker]:
    """kind → what makes a channel of its name and settings."""
    modules = [import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__)]
    return {module.KIND: module.make for module in modules if hasattr(module, "KIND")}


def channel(name: str, settings: Settings) -> Channel:
    """Raises ValueError, KeyError for settings that do not suffice, SecretMissing."""
    kind = str(settings["kind"])
    if kind not in kinds():
        raise ValueError(f"{name}: no kind of channel is called {kind}; there are {', '.join(sorted(kinds()))}")
    return kinds()[kind](name, settings)
