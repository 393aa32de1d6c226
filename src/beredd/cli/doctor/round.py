"""All checks, one after the other; none is kept from running because another failed."""

from beredd.cli.doctor import database, house, machine, notices
from beredd.cli.doctor.finding import Finding, ill
from beredd.cli.words import gettext as _


def examine() -> list[Finding]:
    found = [machine.python(), machine.sqlite(), machine.time_zone()]
    found += [house.phone_app(), house.office_assets(), house.catalogues()]
    return found + _of_installation()


def _of_installation() -> list[Finding]:
    """What needs the settings: those alone may be what is wrong."""
    from beredd.cli.house import open_house

    try:
        open_house()
    except Exception as fault:
        return [ill("settings", str(fault), _("Mend what it says and run “beredd doctor” again."))]
    from django.conf import settings

    of_machine = [machine.disk(settings.DATA), *machine.keys(settings.DATA)]
    return [*of_machine, *database.examine(), *notices.examine(), machine.backup()]
