"""Checks of the database: does it open, is it up to date, does the ledger's chain hold?"""

from collections.abc import Iterator

from beredd.cli.doctor.finding import Finding, ill, well
from beredd.cli.words import gettext as _


def examine() -> Iterator[Finding]:
    """Stops at the first that is wrong: the rest cannot be asked then."""
    for check in (reachable, migrated, chain):
        found = check()
        yield found
        if not found.well:
            return


def reachable() -> Finding:
    from django.db import connection

    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception as fault:
        remedy = _("Is the database running, is the key the right one, and may this user read the files?")
        return ill("database", _("The database cannot be opened: %s.") % str(fault).strip(), remedy)
    return well("database", _("The database answers (%s)") % connection.display_name)


def migrated() -> Finding:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        text = _("The database lacks %d changes that this version needs.") % len(waiting)
        return ill("migrations", text, _("Start the service once (“beredd serve”): it makes them."))
    return well("migrations", _("The database has the form that this version needs"))


def chain() -> Finding:
    from beredd.ledger.queries import head, verify

    broken = verify()
    if broken is not None:
        text = _("The ledger has been altered: the chain breaks at event %d.") % broken
        return ill("ledger", text, _("Stop the service, keep the files as they are, and restore from a backup."))
    return well("ledger", _("The ledger's chain holds (%d events)") % head().position)
