"""The beredd command: finds the verb, lets it work, and says in a sentence when it cannot."""

import sys
from collections.abc import Sequence
from importlib import import_module

from beredd.cli.parser import Parser, speak
from beredd.cli.trouble import Trouble, explain
from beredd.cli.words import gettext as _

VERBS = (
    "serve",
    "work",
    "demo",
    "import",
    "balance",
    "advise",
    "routine",
    "print",
    "exercises",
    "probe",
    "station",
    "diagnose",
    "incident",
    "notices",
    "doctor",
)
USAGE, FAULTS, INTERRUPTED = 2, 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """0 done, 1 something is wrong (said on stderr), 2 not understood, 130 interrupted."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # somebody piped us into head
        sys.stderr.close()
        return FAULTS
    except Exception as fault:
        return _say(fault)


def parser() -> Parser:
    """A sub-parser for each verb, from its file in verbs/."""
    speak()
    top = Parser(prog="beredd", description=_("Keeps prescribed rehab going when phones, network or systems fail."))
    verbs = top.add_subparsers(title=_("verbs"), metavar=_("VERB"), required=True, dest="verb")
    for name in VERBS:
        verb = import_module(f"beredd.cli.verbs.{name}_")
        told = _(verb.HELP)
        one = verbs.add_parser(name, help=told, description=told)
        verb.arguments(one)
        one.set_defaults(run=verb.run)
    return top


def _say(fault: Exception) -> int:
    """What was foreseen is a sentence; what was not is ours to mend, and its trace is needed for that."""
    text = explain(fault)
    if text is None:
        raise fault
    print(f"beredd: {text}", file=sys.stderr)
    return USAGE if isinstance(fault, Trouble) and fault.usage else FAULTS
