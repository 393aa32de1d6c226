"""Getting Django on its feet for a verb that needs it, and the database up to date."""

import os

from beredd.cli.words import language


def open_house() -> None:
    """Settings read, parts loaded, the user's language chosen. Raises ImproperlyConfigured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")
    import django
    from django.utils import translation

    django.setup()
    translation.activate(language())


def prepare() -> None:
    """Catalogues compiled, migrations applied: safe to do again and again."""
    from beredd.i18n.build import build

    build()
    open_house()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def close_connections() -> None:
    """Before worker processes are made: none may inherit an open database."""
    from django.db import connections

    connections.close_all()
