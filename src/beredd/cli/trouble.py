"""What can go wrong on the command line, as a sentence."""

from beredd.cli.words import gettext as _


class Trouble(Exception):
    """A whole sentence in the user's language. `usage`: what was asked for cannot be understood."""

    def __init__(self, text: str, *, usage: bool = False) -> None:
        super().__init__(text)
        self.usage = usage


def explain(fault: Exception) -> str | None:
    """A sentence for what may be expected to happen on a machine; None for what may not."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import DatabaseError
    from django.utils.translation import gettext

    from beredd.people.rules.access import Refused

    match fault:
        case Trouble() | ImproperlyConfigured():
            return str(fault)
        case Refused():
            return gettext(fault.text) % fault.params
        case DatabaseError():
            return _("The database does not answer as it should (%s). Run “beredd doctor”.") % str(fault).strip()
        case OSError():
            return _("The machine says no: %s. Mend that and run the command again.") % fault
    return None
