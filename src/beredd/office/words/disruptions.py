"""Disruptions in words: how they stand, what can be done, what is wrong and whose it is."""

from django.utils.translation import gettext

from beredd.disruption.plan import plan
from beredd.disruption.rules.incident import Move, State
from beredd.disruption.rules.landscape import LINK, Layer, Owner
from beredd.disruption.rules.observed import Kind
from beredd.disruption.rules.scope import Scope
from beredd.disruption.rules.things import Thing
from beredd.i18n.mark import N_
from beredd.office.words.states import Look

STATES: dict[State, Look] = {
    State.SUSPECTED: Look(N_("Being looked into"), "search", "info"),
    State.CONFIRMED: Look(N_("Does not work"), "circle-x", "danger"),
    State.DEGRADED: Look(N_("Slow or unsteady"), "alert-triangle", "warning"),
    State.LONG: Look(N_("Long disruption: use paper"), "clipboard-list", "danger"),
    State.RECOVERING: Look(N_("Works again, not yet closed"), "refresh", "info"),
    State.CLOSED: Look(N_("Closed"), "circle-check", "neutral"),
    State.DISMISSED: Look(N_("Dismissed"), "ban", "neutral"),
}
MOVES: dict[Move, tuple[str, str]] = {  # the word on the button, and what it means
    Move.CONFIRM: (N_("Confirm the disruption"), N_("Somebody has seen for themselves that it does not work.")),
    Move.DEGRADE: (
        N_("It is slow or unsteady"),
        N_("It works now and then. This is when people register twice: say whether it is to be used at all."),
    ),
    Move.DECLARE_LONG: (
        N_("State that it will be long"),
        N_("The IT service says that it will be long. The units concerned go over to paper."),
    ),
    Move.RECOVER: (
        N_("It works again"),
        N_("Say when each unit goes back from paper. Then what is on paper is entered."),
    ),
    Move.RELAPSE: (N_("It fails again"), N_("It did not last. The disruption goes on where it was.")),
    Move.CLOSE: (N_("Close the disruption"), N_("Nothing is on paper any longer, and nobody waits for word.")),
    Move.DISMISS: (N_("Dismiss the suspicion"), N_("It was no disruption. Say what it was.")),
}
DONE: dict[Move, str] = {
    Move.CONFIRM: N_("The disruption is confirmed. Now tell those who wait what to do meanwhile."),
    Move.DEGRADE: N_("Everybody now sees that it is slow or unsteady."),
    Move.DECLARE_LONG: N_("The disruption is long. Decide for each unit from when paper is used."),
    Move.RECOVER: N_("It works again. Decide for each unit until when paper is used."),
    Move.RELAPSE: N_("The disruption goes on."),
    Move.CLOSE: N_("The disruption is closed."),
    Move.DISMISS: N_("The suspicion is dismissed."),
}
HAPPENED: dict[str, str] = {  # a line of the timeline
    "suspected": N_("Suspected"),
    Move.CONFIRM: N_("Confirmed"),
    Move.DEGRADE: N_("Slow or unsteady"),
    Move.DECLARE_LONG: N_("Stated to be long"),
    Move.RECOVER: N_("Works again"),
    Move.RELAPSE: N_("Fails again"),
    Move.CLOSE: N_("Closed"),
    Move.DISMISS: N_("Dismissed"),
    "told": N_("Told those who wait"),
    "lead_taken": N_("Leads the work"),
    "lead_handed_over": N_("Handed the work over to"),
    "paper_begun": N_("Paper is used"),
    "paper_ended": N_("Paper is no longer used"),
}
LAYERS: dict[Layer, str] = {
    Layer.FIXED_LINE: N_("The fixed connection"),
    Layer.WIRELESS: N_("The wireless connection"),
    Layer.MOBILE_NETWORK: N_("The phones or the mobile network"),
    Layer.COVERAGE: N_("The coverage at a home"),
    Layer.INTERNET: N_("The internet connection"),
    Layer.NAMES: N_("The lookup of names"),
    Layer.SYSTEM: N_("The system itself"),
    Layer.LAUNCH: N_("The launch from Appva to ExorLive"),
    Layer.AUTHORISATION: N_("A user's authorisation"),
    Layer.DEVICE: N_("A single device"),
    Layer.MANY: N_("Many systems at once"),
}
KINDS: dict[Kind, Layer] = {
    Kind.LAUNCH: Layer.LAUNCH,
    Kind.PHONES: Layer.MOBILE_NETWORK,
    Kind.COVERAGE: Layer.COVERAGE,
    Kind.FIXED: Layer.FIXED_LINE,
    Kind.WIRELESS: Layer.WIRELESS,
}
SCOPES: dict[Scope, str] = {
    Scope.ONE_USER: N_("one user"),
    Scope.ONE_DEVICE: N_("one device"),
    Scope.ONE_HOME: N_("one home"),
    Scope.ONE_UNIT: N_("one unit"),
    Scope.ONE_EMPLOYER: N_("one employer"),
    Scope.ALL: N_("everybody concerned"),
}
OWNERS: dict[Owner, str] = {
    Owner.IT_SERVICE: N_("The IT service of the municipality"),
    Owner.OWN_IT: N_("The employer's own IT department"),
    Owner.HELPDESK: N_("The Helpdesk"),
    Owner.VENDOR: N_("The vendor of the system"),
    Owner.LICENSED: N_("The licensed professional"),
}


def title(system: str, layer: str) -> str:
    """What it is called on every page: the system by its name, all else by what lies between."""
    known = {one.value: text for one, text in LAYERS.items()}
    if system == LINK or layer in (Layer.MANY, Layer.LAUNCH, Layer.INTERNET, Layer.NAMES):
        return gettext(known.get(layer, system))
    return plan().landscape.title(system)


def thing(one: Thing) -> str:
    return plan().landscape.title(one.system) if one.system else gettext(LAYERS[KINDS[one.kind]])
