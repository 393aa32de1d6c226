"""What is said in a notice, in the words of the catalogue. No patient, no address, nothing that tells of one."""

from dataclasses import dataclass

from beredd.i18n.mark import N_


@dataclass(frozen=True, slots=True)
class Template:
    """`urgent`: passes quiet hours."""

    title: str
    subject: str
    text: str
    urgent: bool = False


TEMPLATES: dict[str, Template] = {
    "test": Template(
        N_("A test"),
        N_("Test from Beredd"),
        N_("This is a test of how you are reached. You need not do anything."),
    ),
    "phone_agreed": Template(
        N_("A phone wants to be told"),
        N_("This is how a notice looks"),
        N_("You are told here when something does not work, and when it works again."),
    ),
    "incident_suspected": Template(
        N_("A disruption is suspected"),
        N_("Suspected disruption: %(system)s"),
        N_("%(system)s may be down. Concerns: %(units)s. %(ground)s Confirm or dismiss it in Beredd."),
        urgent=True,
    ),
    "incident_confirmed": Template(
        N_("A disruption is confirmed"),
        N_("Disruption: %(system)s"),
        N_("%(system)s does not work as it should. Concerns: %(units)s. Follow the routine. More is told in Beredd."),
        urgent=True,
    ),
    "incident_degraded": Template(
        N_("Something is slow or unsteady"),
        N_("Slow or unsteady: %(system)s"),
        N_("%(system)s is slow or unsteady. Concerns: %(units)s. Look before you register again: it may be there."),
        urgent=True,
    ),
    "incident_long": Template(
        N_("A disruption will be long"),
        N_("Long disruption: %(system)s"),
        N_("%(system)s will be down for long. Concerns: %(units)s. Work on paper as the routine says."),
        urgent=True,
    ),
    "incident_recovering": Template(
        N_("It works again after a disruption"),
        N_("Works again: %(system)s"),
        N_("%(system)s works again. Concerns: %(units)s. What was done meanwhile remains to be followed up in Beredd."),
    ),
    "incident_closed": Template(
        N_("A disruption is closed"),
        N_("Closed: %(system)s"),
        N_("The disruption of %(system)s is closed. Concerned: %(units)s."),
    ),
    "limit_look_into": Template(
        N_("A suspicion waits to be looked into"),
        N_("Look into it: %(system)s"),
        N_(
            "Nobody has said whether the suspicion about %(system)s is right. Concerns: %(units)s. "
            "Confirm or dismiss it in Beredd, by %(time)s."
        ),
        urgent=True,
    ),
    "limit_go_to_paper": Template(
        N_("It is soon time for paper"),
        N_("Paper at %(time)s: %(system)s"),
        N_(
            "At %(time)s %(system)s has been down for so long that the units are to go over to paper. "
            "Concerns: %(units)s. Decide for each unit in Beredd."
        ),
        urgent=True,
    ),
    "limit_next_word": Template(
        N_("Those who wait are soon to have word"),
        N_("Word at %(time)s: %(system)s"),
        N_(
            "Those who wait are to have word of %(system)s by %(time)s, even if nothing is new. "
            "Concerns: %(units)s. Write it in Beredd."
        ),
        urgent=True,
    ),
    "limit_balance": Template(
        N_("What is on paper is soon to have been entered"),
        N_("To be entered by %(time)s: %(system)s"),
        N_("What was signed on paper while %(system)s was down is to be entered by %(time)s. Concerns: %(units)s."),
    ),
    "step_due": Template(
        N_("A step of the routine is soon due"),
        N_("The routine at %(time)s: %(system)s"),
        N_("The routine says of %(system)s: %(task)s It is time at %(time)s. Not done in: %(units)s."),
        urgent=True,
    ),
    "ticket": Template(N_("A ticket to support"), N_("%(subject)s"), N_("%(text)s")),
}
