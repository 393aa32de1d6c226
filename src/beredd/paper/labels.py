"""The words that the templates themselves need, by the name they know them by."""

from django.utils.translation import gettext

from beredd.i18n.mark import N_

TEXTS: dict[str, str | tuple[str, ...]] = {
    "page-of": N_("Page {n} of {m}"),
    "paused": N_("pause"),
    "patient": N_("Patient"),
    "what-and-when": N_("Time and intervention"),
    "if-not-done": N_("If it cannot be done, or you are unsure: call"),
    "who-signed": N_("Who signed? Tick the day on your own line as well."),
    "how": N_("How to sign:"),
    "how-to": N_(
        "Write your initials in the white box when it is done. An empty white box means that nobody has signed. "
        "If it did not go as planned, write the code and your initials, and tell about it on the back."
    ),
    "notes": N_("Notes"),
    "notes-how": N_(
        "Write when it happened and when you wrote it, if not at once. Strike out a mistake with one line, so that it "
        "can still be read, and sign."
    ),
    "notes-columns": (
        N_("Happened on"),
        N_("at"),
        N_("Code"),
        N_("What happened"),
        N_("Who was contacted"),
        N_("when"),
        N_("Written, day and time"),
        N_("Signature"),
    ),
    "clarification": N_("Signature clarification"),
    "clarification-how": N_("Whoever signs here and is not printed on the front writes a line."),
    "clarification-columns": (N_("Initials"), N_("Name in print"), N_("Job title"), N_("Unit"), N_("Signature")),
    "watch": N_("Mind:"),
    "equipment": N_("You need:"),
    "name": N_("Name"),
    "identity": N_("Personal number"),
    "prescriber": N_("Prescribed by"),
    "telephone": N_("Telephone"),
    "drawing": N_("Drawing"),
    "dose": N_("Dose"),
    "how-done": N_("How"),
    "received": (N_("Received by"), N_("Day"), N_("Entered by"), N_("Day")),
}


def labels() -> dict[str, str | list[str]]:
    """All of them in the reader's language."""
    return {
        name: gettext(text) if isinstance(text, str) else [gettext(one) for one in text] for name, text in TEXTS.items()
    }
