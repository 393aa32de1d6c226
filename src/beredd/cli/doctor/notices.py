"""Checks of who is told and how: can the files be read, is each channel set up, has anything been lost?"""

from collections.abc import Iterator

from beredd.cli.doctor.finding import Finding, ill, well
from beredd.cli.words import gettext as _


def examine() -> Iterator[Finding]:
    """Nothing is sent to find out; that is what a test notice is for."""
    from beredd.notices.setup import portals, setup, setup_file
    from beredd.people.rules.access import Refused

    try:
        made = setup()
        portals()
    except Refused as fault:
        what = str(fault.params["what"])
        yield ill("notices", _("Nobody can be told: %s.") % what, _("Mend the file: docs/howto/notices.md."))
        return
    if not made.book.groups:
        text = _("Nobody is told of disruptions: there are no groups in %s.") % setup_file()
        yield well("notices", text + " " + _("How it is set up stands in docs/howto/notices.md"))
    for name, settings in made.channels.items():
        yield _channel(name, dict(settings))


def _channel(name: str, settings: dict[str, object]) -> Finding:
    from beredd.database.keys import KeyReadableByOthers
    from beredd.notices.channels import channel
    from beredd.notices.secret import SecretMissing

    try:
        channel(name, settings)
    except SecretMissing as fault:
        text = _("The channel %s has no secret, so nothing is sent by it.") % name
        return ill("notices", text, _("Put it in one of these: %s. The file with mode 600.") % fault.where)
    except KeyReadableByOthers as fault:
        return ill("notices", str(fault), _("Run the command that it says."))
    except KeyError as fault:
        text = _("The channel %(name)s lacks %(what)s.") % {"name": name, "what": fault.args[0]}
        return ill("notices", text, _("Mend the file: docs/howto/notices.md."))
    except ValueError as fault:
        return ill("notices", str(fault), _("Mend the file: docs/howto/notices.md."))
    return well("notices", _("The channel %s is set up") % name)
