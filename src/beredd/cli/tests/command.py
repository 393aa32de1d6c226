"""The command as somebody at a terminal runs it: another process, a data folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("beredd")


def run(*arguments: str, data: Path, language: str = "sv_SE.UTF-8") -> subprocess.CompletedProcess[str]:
    """Always on SQLite in `data`, whatever database the tests themselves use."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_URL", "LC_", "LANG"))}
    environment = {**kept, "BEREDD_DATA": str(data), "LANG": language, "PYTHONWARNINGS": "error"}
    command = [str(PROGRAM), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
