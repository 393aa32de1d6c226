"""What `beredd demo` tells whoever starts it: the address, whom to sign in as, and that nobody in it is real."""

from django.utils.translation import gettext

from beredd.cli.words import gettext as _
from beredd.importing.demo.load import PASSWORD, PEOPLE


def welcome(address: str) -> str:
    """A dozen lines."""
    widest = max(len(one.username) for one in PEOPLE)
    people = [f"  {one.username:{widest}}  {gettext(one.role)}. {gettext(one.sentence)}" for one in PEOPLE]
    return "\n".join(
        [
            _("An invented municipality. Nobody in it is real."),
            "",
            _("Office:  %s/") % address,
            _("Phone:   %s/app/") % address,
            "",
            _("Sign in with the password %s as:") % PASSWORD,
            *people,
            "",
        ]
    )
