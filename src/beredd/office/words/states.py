"""States, outcomes and reasons: a word, an icon and a colour for each. The colour never says anything alone."""

from dataclasses import dataclass

from django.utils.translation import gettext

from beredd.i18n.mark import N_


@dataclass(frozen=True, slots=True)
class Look:
    """`color` is one of the design system's: neutral, info, success, warning, danger."""

    text: str
    icon: str
    color: str

    @property
    def word(self) -> str:
        return gettext(self.text)


STATES: dict[str, Look] = {  # in the order of the page: what needs somebody first
    "late": Look(N_("Late"), "clock-exclamation", "warning"),
    "unaccounted": Look(N_("Unaccounted"), "alert-triangle", "danger"),
    "double": Look(N_("Signed twice"), "squares", "danger"),
    "due": Look(N_("Now"), "clock-play", "info"),
    "coming": Look(N_("Coming"), "clock", "neutral"),
    "performed": Look(N_("Performed"), "circle-check", "success"),
    "partly": Look(N_("Partly performed"), "circle-half-2", "success"),
    "not_performed": Look(N_("Not performed"), "circle-x", "neutral"),
    "paused": Look(N_("Paused"), "player-pause", "neutral"),
}
NEEDS_SOMEBODY = ("late", "unaccounted", "double")

OUTCOMES: dict[str, Look] = {
    "performed": STATES["performed"],
    "partly": STATES["partly"],
    "not_performed": STATES["not_performed"],
    "void": Look(N_("Signed by mistake"), "ban", "neutral"),
}
REASONS = {
    "declined": N_("the patient declined"),
    "away": N_("the patient was away"),
    "hospital": N_("the patient is in hospital"),
    "unwell": N_("the patient was unwell"),
    "no_time": N_("there was no time"),
    "no_staff": N_("there were no staff"),
    "equipment": N_("equipment was missing"),
    "no_delegation": N_("nobody with a delegation"),
    "done_alone": N_("the patient did it alone"),
    "other": N_("other reason"),
}
PAUSES = {"hospital": N_("in hospital"), "away": N_("away"), "other": N_("other reason")}
CHANNELS = {
    "phone": N_("phone"),
    "carried": N_("carried over from another phone"),
    "office": N_("office"),
    "station": N_("station"),
    "paper": N_("paper"),
    "import": N_("import"),
    "cli": N_("command line"),
}
ACTIONS = {
    "seen": N_("opened the patient"),
    "refused": N_("was refused"),
    "downloaded": N_("fetched the patient to a phone"),
    "printed": N_("printed the patient's paper"),
    "listed": N_("saw the patient in the list of whom to contact within a day"),
    "paper": N_("opened the patient's paper"),
}
UNKNOWN = Look(N_("Unknown"), "help-circle", "neutral")


def state(key: str) -> Look:
    """A state that this version does not know is shown as unknown, never left out."""
    return STATES.get(key, UNKNOWN)


def outcome(key: str) -> Look:
    return OUTCOMES.get(key, UNKNOWN)


def reason(key: str | None) -> str:
    """The reason of a signature or a pause, in words; empty without one."""
    return gettext(REASONS.get(key, PAUSES.get(key, key))) if key else ""


def channel(key: str) -> str:
    return gettext(CHANNELS.get(key, key))


def action(key: str) -> str:
    """What somebody did with a patient, from the access log."""
    return gettext(ACTIONS.get(key, key))
