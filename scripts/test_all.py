"""All that must hold, one step after the other; at the end how long each took. With a name: only those steps."""

import os
import subprocess
import sys
import time

PYTHON = sys.executable
BIN = os.path.dirname(PYTHON)
PYTEST = [PYTHON, "-m", "pytest", "--durations=5", "--durations-min=1"]
TWO = ["-n", "2", "--dist", "loadgroup"]

STEPS: list[tuple[str, str, list[str]]] = [
    ("check", "ruff", [f"{BIN}/ruff", "check", "."]),
    ("check", "ruff format", [f"{BIN}/ruff", "format", "--check", "."]),
    ("check", "mypy", [f"{BIN}/mypy"]),
    ("check", "doors", [f"{BIN}/lint-imports"]),
    ("check", "TypeScript", ["scripts/node.sh", "npm", "run", "--silent", "check"]),
    ("unit", "vitest", ["scripts/node.sh", "npm", "test", "--silent"]),
    ("unit", "pytest on SQLite", [*PYTEST, *TWO]),
    ("unit", "pytest on PostgreSQL", [PYTHON, "scripts/with_postgres.py", *PYTEST, *TWO]),
    ("journey", "journeys", [*PYTEST, "-m", "journey", "tests/journeys"]),
]


def main(wanted: list[str]) -> int:
    """Stops at the first step that fails, and says which."""
    taken: list[tuple[float, str]] = []
    for group, name, command in STEPS:
        if wanted and group not in wanted:
            continue
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        code = subprocess.run(command, check=False).returncode
        taken.append((time.monotonic() - began, name))
        if code:
            print(f"\n{name} failed: {' '.join(command)}", flush=True)
            return code
    print("\nWhat took longest:")
    for seconds, name in sorted(taken, reverse=True):
        print(f"{seconds:7.1f} s  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
