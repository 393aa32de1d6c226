"""The process that opens one file from a stranger: `python -m beredd.care.files.child photo|pdf`, file in, answer out.

It has a ceiling for memory and time, knows no keys and no database, and whatever happens in it happens to nobody else.
"""

import sys

from msgspec import msgpack

from beredd.care.files.made import Said
from beredd.care.files.unfit import Unfit

MOST_MEMORY, MOST_SECONDS = 2 * 1024**3, 40


def main(kind: str) -> None:
    _set_limits()
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(msgpack.encode(_answer(kind, data)))


def _answer(kind: str, data: bytes) -> Said:
    try:
        if kind == "photo":
            from beredd.care.files.photo import made_anew

            return Said(photo=made_anew(data))
        from beredd.care.files.pdf import pages_of

        return Said(pages=pages_of(data))
    except Unfit as why:
        return Said(refused=why.code)


def _set_limits() -> None:
    """Windows has no such limits: there the parent's time limit stands alone."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # writes no files
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(sys.argv[1])
