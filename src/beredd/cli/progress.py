"""How far a long import has come, on one line of a terminal that goes when it is done; silent everywhere else."""

import sys

from beredd.importing.sheets import BY_NAME

EVERY = 25  # rows
WIPE = "\r\033[K"


def show(sheet: str, done: int, of: int) -> None:
    """Called for each row that has been stored."""
    if not sys.stderr.isatty():
        return
    if done == of:
        print(WIPE, end="", file=sys.stderr, flush=True)
    elif done % EVERY == 0:
        print(f"{WIPE}{BY_NAME[sheet].file} {done}/{of}", end="", file=sys.stderr, flush=True)
