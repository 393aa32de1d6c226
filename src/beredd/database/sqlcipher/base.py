"""A thin wrapper: the same SQL as Django's own backend, another library underneath, a key before the first statement.

The library carries its own SQLite, free of the WAL-reset fault that SQLite 3.7.0 to 3.51.2 have
(two connections writing can corrupt the file); an affected one is refused.
"""

import datetime
import decimal
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as sqlcipher

FIRST_WITH_WAL_FAULT, FIRST_MENDED = (3, 7, 0), (3, 51, 3)

for _type, _convert in {
    "bool": b"1".__eq__,
    "date": base.decoder(parse_date),
    "time": base.decoder(parse_time),
    "datetime": base.decoder(parse_datetime),
    "timestamp": base.decoder(parse_datetime),
}.items():
    sqlcipher.register_converter(_type, _convert)
sqlcipher.register_adapter(decimal.Decimal, str)
sqlcipher.register_adapter(datetime.date, base.adapt_date)
sqlcipher.register_adapter(datetime.datetime, base.adapt_datetime)


def refuse_faulty_sqlite(version: tuple[int, ...]) -> None:
    """Raises ImproperlyConfigured for a SQLite that can corrupt itself in WAL mode."""
    if FIRST_WITH_WAL_FAULT <= version < FIRST_MENDED:
        raise ImproperlyConfigured(
            f"SQLite {'.'.join(map(str, version))} can corrupt its file; 3.51.3 or later is needed."
        )


class Cursor(sqlcipher.Cursor):  # type: ignore[misc]  # the library has no types
    """Turns Django's %s into SQLite's ?; the conversion itself is Django's."""

    convert_query = base.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, dict) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Any) -> Any:
        return super().executemany(self.convert_query(query), param_list)


class DatabaseWrapper(base.DatabaseWrapper):
    """Connects with the key in OPTIONS["key"] (64 hex digits, used raw: no derivation on every connection)."""

    Database = sqlcipher
    init_commands: list[str]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        refuse_faulty_sqlite(sqlcipher.sqlite_version_info)
        key = conn_params.pop("key")
        connection = sqlcipher.connect(**conn_params)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        for command in filter(None, (part.strip() for part in self.init_commands)):
            connection.execute(command)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)
