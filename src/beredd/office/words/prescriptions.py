"""Basis and "if not performed" in words."""

from django.utils.translation import gettext as _

from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import Basis, Content
from beredd.i18n.mark import N_

BASES = {
    Basis.DELEGATION: N_("Delegation: the performer needs a personal delegation for the task"),
    Basis.INSTRUCTION: N_("Instruction: the performer has been shown how"),
    Basis.SELF_CARE: N_("Self-care: the patient's own, with help"),
}
IF_NOT = {
    NotPerformedRule.NOTHING: N_("Nothing: the next occurrence is enough"),
    NotPerformedRule.CONTACT: N_("Contact a licensed professional"),
}


def basis(content: Content) -> str:
    """Short: delegation with its task, instruction, or self-care."""
    match content.basis:
        case Basis.DELEGATION:
            return _("delegation for %(task)s") % {"task": content.task}
        case Basis.INSTRUCTION:
            return _("instruction")
        case Basis.SELF_CARE:
            return _("self-care")


def if_not_performed(content: Content) -> str:
    """Nothing, or whom to contact within how many days."""
    if content.if_not_performed is NotPerformedRule.NOTHING:
        return _(IF_NOT[NotPerformedRule.NOTHING])
    whom = content.contact_whom or _("a licensed professional")
    if not content.contact_within_days:
        return _("Contact %(whom)s the same day") % {"whom": whom}
    return _("Contact %(whom)s within %(days)s days") % {"whom": whom, "days": content.contact_within_days}
