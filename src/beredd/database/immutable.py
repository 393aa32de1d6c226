"""Triggers that refuse to change or delete a row, for both databases: used by migrations."""

from typing import Any

from django.db.migrations import RunPython


def keep_forever(table: str) -> RunPython:
    """A migration step: from here on rows of `table` can be added and read, nothing else."""

    def raise_walls(apps: Any, schema_editor: Any) -> None:
        for statement in _statements(table, schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return RunPython(raise_walls, RunPython.noop)


def keep_again(table: str) -> RunPython:
    """After a column was changed: to do so SQLite makes the table anew, and the walls go with the old one."""

    def raise_walls(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            for statement in _statements(table, "sqlite"):
                schema_editor.execute(statement)

    return RunPython(raise_walls, RunPython.noop)


def _statements(table: str, vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [
            f"CREATE FUNCTION {table}_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table}: rows are added, never changed'; END $$",
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_is_kept()",
        ]
    return [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: rows are added, never changed'); END"
        for verb in ("update", "delete")
    ]
