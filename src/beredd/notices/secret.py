"""Passwords and keys of channels: from the environment, else a file among the keys. Never in the database or a log."""

import os
from pathlib import Path

from django.conf import settings

from beredd.database.keys import refuse_if_others_may_read


class SecretMissing(Exception):
    """`name`: of the channel; `where`: the two places where it is looked for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.where = f"{variable(name)}, {secret_file(name)}"
        super().__init__(f"no secret in {self.where}")


def variable(name: str) -> str:
    return f"BEREDD_SECRET_{name.upper().replace('-', '_')}"


def secret_file(name: str) -> Path:
    return Path(settings.DATA) / "keys" / f"{name}.secret"


def secret(name: str) -> str:
    """Raises SecretMissing, KeyReadableByOthers."""
    said = os.environ.get(variable(name))
    if said:
        return said
    file = secret_file(name)
    if not file.exists():
        raise SecretMissing(name)
    refuse_if_others_may_read(file)
    return file.read_text("utf-8").strip()
