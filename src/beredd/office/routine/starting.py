"""What a new piece begins as, before anybody has written in it."""

from typing import Any


def started(kind: str) -> Any:
    match kind:
        case "situation":
            return {"title": "", "for": [], "items": [{"step": "first", "source": "–"}]}
        case "step":
            return {"step": "", "source": "–"}
        case "hours":
            return {"days": ["mon", "tue", "wed", "thu", "fri"], "holidays": "closed"}
        case "option":
            return ""
    return {}
