"""Writes contract/sync/v1/ from the types that parse the wire: the OpenAPI description and a JSON Schema per message.

A test holds the files and the types equal.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")

FOLDER = Path(__file__).resolve().parents[1] / "contract" / "sync" / "v1"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def files() -> dict[str, str]:
    """Name → text."""
    import msgspec

    from beredd.phone_api.openapi import description, messages

    schemas = {f"{_file_name(kind.__name__)}.schema.json": msgspec.json.schema(kind) for kind in messages()}
    return {
        "openapi.json": _text(description()),
        **{name: _text({"$schema": DIALECT, **schema}) for name, schema in schemas.items()},
    }


def _file_name(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def _text(data: Any) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, text in files().items():
        (FOLDER / name).write_text(text)
