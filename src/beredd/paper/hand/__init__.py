"""Where finished paper goes by itself: a printer of this machine, or a folder that something else watches.

Each takes a file in two steps, so that a power cut in between never prints anything twice: `prepare` leaves it with the
other end, which waits, and gives a receipt; `release` lets it go, and may be said again.
"""

from dataclasses import dataclass

from beredd.paper.hand.folder import Folder, folder
from beredd.paper.hand.printer import Printer, printer_names
from beredd.paper.hand.way import CannotHand, Way

FOLDER, PRINTER = "folder", "printer:"


@dataclass(frozen=True, slots=True)
class Destination:
    """`key` as a job has it, `name` as people know it; the folder has none."""

    key: str
    name: str


def destinations() -> list[Destination]:
    """Besides fetching the file. Asked anew each time: printers come and go."""
    found = [Destination(PRINTER + name, name) for name in printer_names()]
    return [*found, Destination(FOLDER, "")] if folder() else found


def way_to(key: str) -> Way:
    """Raises CannotHand."""
    if key.startswith(PRINTER):
        return Printer(key.removeprefix(PRINTER))
    place = folder()
    if key != FOLDER or place is None:
        raise CannotHand("folder")
    return Folder(place)


__all__ = ["FOLDER", "PRINTER", "CannotHand", "Destination", "destinations", "way_to"]
