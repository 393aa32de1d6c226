"""DATABASE_URL in, Django's DATABASES entry out."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from beredd.database import keys

POSTGRES = {"postgres", "postgresql"}


def database(url: str, *, data: Path) -> dict[str, Any]:
    """Without a URL: encrypted SQLite in the data folder. Raises ImproperlyConfigured for a scheme we do not speak."""
    return postgresql(url) if url else sqlite(data / "beredd.sqlite3", data / "keys" / "database.key")


def sqlite(file: Path, key: Path) -> dict[str, Any]:
    """FULL: a signature answered as taken survives the power cut that comes the moment after."""
    return {
        "ENGINE": "beredd.database.sqlcipher",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "TEST": {"NAME": str(file.with_name("test.sqlite3"))},  # a file, as in use; in memory, locks differ
        "OPTIONS": {
            "key": keys.read_or_make(key, opens=file),
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """`postgresql://user:password@host:port/name`; a socket folder may stand as ?host=/path."""
    parts = urlsplit(url)
    if parts.scheme not in POSTGRES:
        raise ImproperlyConfigured(f"DATABASE_URL begins with {parts.scheme!r}; only postgresql:// is understood.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
