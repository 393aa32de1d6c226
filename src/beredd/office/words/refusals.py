"""A foreseen no, in the reader's language."""

from django.utils.translation import gettext

from beredd.people.rules.access import Refused


def say(refused: Refused) -> str:
    """The sentence of the refusal, filled in."""
    text = gettext(refused.text)
    return text % refused.params if refused.params else text
