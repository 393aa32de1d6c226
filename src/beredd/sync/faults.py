"""What may be said in a log about something that went wrong."""

import traceback


def place_of(fault: BaseException) -> str:
    """Kind and place, never its words: a database quotes the row it could not store, and that is about a patient."""
    steps = traceback.extract_tb(fault.__traceback__)
    return f"{type(fault).__name__} at {steps[-1].filename}:{steps[-1].lineno}" if steps else type(fault).__name__
