"""What goes with a unit's pack: the cover with its lists, and who stands behind which initials."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import PatientRow
from beredd.i18n.mark import N_
from beredd.paper import words
from beredd.paper.documents.draft import Draft, Kind, Numbered, Standing
from beredd.paper.facts import PatientFacts
from beredd.paper.rules.need import LeftOut, Reason
from beredd.paper.rules.sheet import show_sheet_id
from beredd.paper.rules.span import Span
from beredd.people.queries import MemberRow, UnitRow
from beredd.people.rules.roles import ROLES, Permission, Role

REASONS = {
    Reason.CONTACT_SOON: N_("contact within a day"),
    Reason.NO_COVERAGE: N_("no coverage"),
    Reason.POOR_COVERAGE: N_("poor coverage"),
    Reason.LONG_OUTAGE: N_("long outage"),
    Reason.DECIDED: N_("decided"),
}
LEFT_OUT = {
    LeftOut.NOTHING_PRESCRIBED: N_("Nothing is prescribed in these days."),
    LeftOut.NO_REASON: N_("No reason for paper. The phone has all that is needed."),
}
KINDS = {
    Kind.SIGNING_LIST: N_("Signing lists"),
    Kind.AS_NEEDED: N_("Lists for what is done as needed"),
    Kind.PROGRAMME: N_("Exercise programmes"),
    Kind.PRESCRIPTION: N_("Prescriptions"),
    Kind.CLARIFICATION: N_("Signature clarification"),
    Kind.BLANK_PROGRAMME: N_("Blank programmes"),
    Kind.BLANK_LIST: N_("Blank signing lists"),
    Kind.ROUTINE: N_("Routine"),
    Kind.POSTER: N_("Poster"),
    Kind.CARD: N_("Contact cards"),
    Kind.REPORT: N_("Incident reports"),
}
SPARE_LINES = 8


@dataclass(frozen=True, slots=True)
class Stack:
    """One patient's sheets in a pack, and why they are on paper."""

    facts: PatientFacts
    reasons: tuple[Reason, ...]
    sheets: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Old:
    """A sheet that is to be taken out of its folder."""

    title: str
    patient: PatientRow
    id: str


def cover(
    unit: UnitRow,
    span: Span,
    stacks: Sequence[Stack],
    drafts: Sequence[Draft],
    left_out: Mapping[UUID, LeftOut],
    take_out: Sequence[Old],
    everybody: Sequence[PatientFacts],
    *,
    only: str = "",
) -> Draft:
    """`stacks` in the order of delivery; `drafts`: all that is in the pack; `only`: whose patients alone are in it."""
    names = {one.patient.id: one.patient for one in everybody}
    codes = {one.facts.patient.id: one.sheets[0].id[:4] for one in stacks}
    return Draft(
        kind=Kind.COVER,
        key=f"{unit.id}",
        standing=Standing.COPY,
        title=unit.name,
        unit=unit.id,
        valid_until=span.last,
        codes=6,
        body={
            "title": unit.name,
            "under": _("Paper pack, %(period)s") % {"period": words.period(span.first, span.last)},
            "summary": _summary(len(stacks), len(left_out), only),
            "contents": {
                "title": _("Contents"),
                "heads": [_("Document"), _("Documents"), _("Return")],
                "rows": _contents(drafts),
            },
            "deliveries": {
                "title": _("Delivery list"),
                "heads": ["", _("Patient"), _("Where"), _("Why on paper"), _("Sheets"), _("Done")],
                "rows": [_delivery(number, one, codes) for number, one in enumerate(stacks, start=1)],
            },
            "take-out": {
                "title": _("Take out of the folders"),
                "heads": [_("Document"), _("Patient"), _("Sheet"), _("Done")],
                "rows": [[one.title, _name(one.patient, codes), show_sheet_id(one.id)] for one in take_out],
            },
            "left-out": {
                "title": _("Not in this pack"),
                "heads": [_("Patient"), _("Why")],
                "rows": [[_name(names[id], codes), _(LEFT_OUT[why])] for id, why in left_out.items()],
                "nobody": _("All patients of the unit have paper in this pack."),
            },
        },
    )


def clarification(unit: UnitRow, members: Sequence[MemberRow], on: date) -> Draft:
    """The unit's signature clarification, with lines for those who come in from elsewhere."""
    signing = [one for one in members if Permission.SIGN in ROLES[Role(one.role)].permissions and one.user.is_active]
    seen: dict[UUID, MemberRow] = {one.user.id: one for one in signing}
    rows = sorted(seen.values(), key=lambda one: (one.initials or "~", one.user.name))
    return Draft(
        kind=Kind.CLARIFICATION,
        key=f"{unit.id}",
        standing=Standing.ORIGINAL,
        title=_("Signature clarification"),
        unit=unit.id,
        return_to=_("the unit manager"),
        codes=6,
        body={
            "title": _("Signature clarification"),
            "under": f"{unit.name}, {unit.organisation_name}, {words.day(on)}",
            "heads": [_("Initials"), _("Name in print"), _("Job title"), _("Signature")],
            "rows": [[one.initials, one.user.name, one.user.title or _(ROLES[Role(one.role)].title)] for one in rows],
            "spare": SPARE_LINES,
        },
    )


def contents(sheets: Sequence[Numbered]) -> Draft:
    """What a safety box is to hold: a line for each document, one for all copies of the same."""
    same: dict[str, list[str]] = {}
    for one in sheets:
        same.setdefault(one.draft.title, []).append(one.id)
    return Draft(
        kind=Kind.CONTENTS,
        key="safety-box",
        standing=Standing.COPY,
        title=_("Safety box: contents"),
        codes=3,
        body={
            "title": _("Safety box"),
            "under": _("Contents. Tick off at every inspection, and print anew what is missing or out of date."),
            "heads": [_("Document"), _("Number"), _("First sheet"), _("Here")],
            "rows": [[title, str(len(ids)), show_sheet_id(ids[0])] for title, ids in same.items()],
            "signed": [_("Inspected by"), _("Day"), _("Place"), _("Next inspection")],
        },
    )


def _summary(stacks: int, left_out: int, only: str) -> str:
    with_paper = ngettext("%(n)s patient has paper in this pack.", "%(n)s patients have paper in this pack.", stacks)
    without = ngettext("%(n)s patient has none.", "%(n)s patients have none.", left_out)
    scope = _("Only those whom %(name)s may see are counted.") % {"name": only} if only else ""
    told = [with_paper % {"n": stacks}, without % {"n": left_out} if left_out else "", scope]
    return " ".join(filter(None, told))


def _contents(drafts: Sequence[Draft]) -> list[list[str]]:
    counted = Counter(one.kind for one in drafts)
    original = {one.kind for one in drafts if one.standing is Standing.ORIGINAL}
    yes = {kind: _("yes") if kind in original else _("no") for kind in counted}
    return [[_(KINDS[kind]), str(counted[kind]), yes[kind]] for kind in KINDS if counted[kind]]


def _delivery(number: int, stack: Stack, codes: Mapping[UUID, str]) -> list[str]:
    patient = stack.facts.patient
    where = _("Ask a licensed professional.") if patient.protected else patient.address
    why = ", ".join(_(REASONS[one]) for one in stack.reasons[:2])
    return [str(number), _name(patient, codes), where, why, str(len(stack.sheets))]


def _name(patient: PatientRow, codes: Mapping[UUID, str]) -> str:
    """With protected identity the first four characters of a sheet's number: they stand on the papers themselves."""
    if not patient.protected:
        return patient.name
    code = codes.get(patient.id)
    return _("Protected identity, sheet %(code)s") % {"code": code} if code else _("Protected identity")
