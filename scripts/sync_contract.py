"""Writes contract/sync/v1/openapi.json from the types that parse the wire; a test holds the two equal."""

import json
import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")

FILE = Path(__file__).resolve().parents[1] / "contract" / "sync" / "v1" / "openapi.json"


def text() -> str:
    from beredd.phone_api.openapi import description

    return json.dumps(description(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(text())
