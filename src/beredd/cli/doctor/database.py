"""Checks of the database: does it open, is it up to date, does the ledger's chain hold, is the clock right?"""

from collections.abc import Iterator
from datetime import timedelta

from beredd.cli.doctor.finding import Finding, ill, well
from beredd.cli.words import gettext as _

MOST_AHEAD = timedelta(minutes=5)


def examine() -> Iterator[Finding]:
    """Stops at the first that is wrong: the rest cannot be asked then."""
    for check in (reachable, migrated, chain, clock):
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


def clock() -> Finding:
    """A machine whose clock has been set back stands before what it has itself recorded."""
    from beredd.clock import now
    from beredd.ledger.queries import events_since, head

    newest = events_since(head().position - 1, limit=1)
    if newest and newest[0].received_at > now() + MOST_AHEAD:
        text = _("The clock of this machine is behind: the ledger's newest event came later than now.")
        return ill("clock", text, _("Set the clock (time synchronisation) before anything more is signed."))
    return well("clock", _("The clock is not behind what has been recorded"))
