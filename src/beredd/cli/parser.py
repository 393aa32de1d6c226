"""argparse in the user's language."""

import argparse
from typing import NoReturn

from beredd.cli.words import gettext as _
from beredd.cli.words import ngettext
from beredd.i18n.mark import N_

# What argparse itself says to people; listed so that the catalogue has it.
SAID_BY_ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("expected one argument"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence on stderr and where help is; exit code 2."""

    def error(self, message: str) -> NoReturn:
        hint = _("Run “%s --help” to see how it is used.") % self.prog
        self.exit(2, f"{self.prog}: {message}. {hint}\n")


def speak() -> None:
    """Lets argparse use our catalogue: it has no setting for it, only these two names."""
    argparse._ = _  # type: ignore[attr-defined]
    argparse.ngettext = ngettext  # type: ignore[attr-defined]
