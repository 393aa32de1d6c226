"""The coverage at a home in words: what it comes to, how a visit went, on what a proposal rests."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.disruption.rules.coverage import Contact, Coverage, Judged
from beredd.disruption.rules.paper_proposal import Proposal
from beredd.i18n.mark import N_
from beredd.office.words.states import Look
from beredd.paper.rules.need import Reason

COVERAGE: dict[Coverage, Look] = {
    Coverage.GOOD: Look(N_("Good coverage"), "circle-check", "success"),
    Coverage.OFTEN_POOR: Look(N_("Often poor coverage"), "alert-triangle", "warning"),
    Coverage.ALWAYS_POOR: Look(N_("Never any coverage"), "circle-x", "danger"),
    Coverage.NOT_KNOWN: Look(N_("Not known yet"), "help-circle", "neutral"),
}
CONTACT: dict[Contact, Look] = {
    Contact.KEPT: Look(N_("Contact throughout"), "circle-check", "success"),
    Contact.BROKEN: Look(N_("Contact lost for a while"), "alert-triangle", "warning"),
    Contact.NONE: Look(N_("No contact at all"), "circle-x", "danger"),
}
PROPOSED: dict[Proposal, str] = {
    Proposal.PUT: N_("Proposal: paper in the home folder"),
    Proposal.TAKE_BACK: N_("Proposal: paper is no longer needed"),
}
DECIDED: dict[Reason, str] = {
    Reason.NO_COVERAGE: N_("Paper at home, since there is never any coverage"),
    Reason.POOR_COVERAGE: N_("Paper at home, since the coverage is often poor"),
    Reason.DECIDED: N_("Paper at home, for another reason"),
}
REASON_OF = {Coverage.ALWAYS_POOR: Reason.NO_COVERAGE, Coverage.OFTEN_POOR: Reason.POOR_COVERAGE}


def proposed(proposal: Proposal) -> str:
    return _(PROPOSED[proposal])


def ground(judged: Judged) -> str:
    """The numbers that it rests on, in a sentence."""
    count = judged.visits
    if not count:
        return _("No phone has told of a visit here lately.")
    if judged.none and judged.broken:
        text = _("Of %(visits)s visits, %(none)s had no contact at all and %(broken)s lost it for a while.")
    elif judged.none:
        text = ngettext(
            "%(none)s of %(visits)s visit had no contact at all.",
            "%(none)s of %(visits)s visits had no contact at all.",
            count,
        )
    elif judged.broken:
        text = ngettext(
            "%(broken)s of %(visits)s visit lost contact for a while.",
            "%(broken)s of %(visits)s visits lost contact for a while.",
            count,
        )
    else:
        text = ngettext(
            "%(visits)s visit, with contact throughout.", "%(visits)s visits, with contact throughout.", count
        )
    return text % {"visits": count, "none": judged.none, "broken": judged.broken}
