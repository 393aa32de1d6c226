"""Faults and changes as sentences in the language of whoever reads."""

from django.utils.translation import get_language, gettext

from beredd.routine.rules.diff import Change
from beredd.routine.rules.faults import Fault
from beredd.routine.rules.routine import Words


def fault_said(fault: Fault) -> str:
    return gettext(fault.reason) % fault.params


def change_said(change: Change) -> str:
    return gettext(change.text) % {
        "place": gettext(change.place),
        "name": said(change.name),
        "what": gettext(change.what),
        "before": said(change.before),
        "after": said(change.after),
    }


def said(words: Words) -> str:
    """In the language that is active now."""
    return words.said((get_language() or "sv")[:2])
