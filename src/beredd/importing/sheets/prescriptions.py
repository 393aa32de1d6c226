"""ordinationer: what is to be carried out, when, on what ground, and what to do when it is not."""

from dataclasses import dataclass
from datetime import date

from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import (
    LONGEST_INSTRUCTION,
    LONGEST_INTERVENTION,
    LONGEST_TASK,
    LONGEST_WHOM,
    MOST_DAYS_TO_CONTACT,
    Basis,
    Content,
)
from beredd.care.rules.schedule import LONGEST_TOLERANCE, MOST_TIMES_A_WEEK, Schedule
from beredd.importing.rules import when
from beredd.importing.rules.cells import choice, day, key, text, whole, yes_no
from beredd.importing.rules.fault import BadCell
from beredd.importing.rules.sheet import Column, Derived, Sheet, Values

BASES = {"delegering": Basis.DELEGATION, "instruktion": Basis.INSTRUCTION, "egenvård": Basis.SELF_CARE}
RULES = {"inget": NotPerformedRule.NOTHING, "kontakta": NotPerformedRule.CONTACT}


@dataclass(frozen=True, slots=True)
class PrescriptionRecord:
    """`programme` stays a short name until it is stored."""

    key: str
    patient: str
    prescribed_by: str
    programme: str | None
    effective_on: date | None
    content: Content


def _schedule(values: Values, today: date) -> Schedule:
    return when.schedule(values)


def _period(values: Values, today: date) -> None:
    if values["ends_on"] is not None and values["ends_on"] < values["starts_on"]:
        raise BadCell("period")


def _task(values: Values, today: date) -> None:
    if (values["basis"] is Basis.DELEGATION) != bool(values["task"]):
        raise BadCell("task_extra" if values["task"] else "task_missing")


def _contact(values: Values, today: date) -> None:
    if values["if_not_performed"] is NotPerformedRule.CONTACT:
        if values["contact_within_days"] is None:
            raise BadCell("contact_days", field="contact_within_days")
        return
    for name in ("contact_within_days", "contact_whom"):
        if values[name] not in (None, ""):
            raise BadCell("contact_extra", field=name)


def _content(values: Values, today: date) -> Content:
    return Content(
        intervention=values["intervention"],
        starts_on=values["starts_on"],
        ends_on=values["ends_on"],
        schedule=values["schedule"],
        basis=values["basis"],
        instruction=values["instruction"],
        task=values["task"],
        if_not_performed=values["if_not_performed"],
        contact_within_days=values["contact_within_days"],
        contact_whom=values["contact_whom"],
    )


WHEN_FIELDS = (
    "weekdays",
    "times",
    "parts",
    "times_per_week",
    "anchor",
    "as_needed",
    "before_minutes",
    "after_minutes",
)
CONTACT_FIELDS = ("if_not_performed", "contact_within_days", "contact_whom")

PRESCRIPTIONS = Sheet(
    name="prescriptions",
    file="ordinationer",
    about="Ordinationerna. En ändrad rad blir en ny version som gäller från och med nu; det gamla finns kvar. "
    "Tiden anges på ett av fyra sätt: tider, delar av dagen, gånger per vecka eller vid behov.",
    identity=("key",),
    record=PrescriptionRecord,
    derived=(
        Derived("schedule", WHEN_FIELDS, "times", _schedule),
        Derived("period", ("starts_on", "ends_on"), "ends_on", _period),
        Derived("delegated", ("basis", "task"), "task", _task),
        Derived("contact", CONTACT_FIELDS, "if_not_performed", _contact),
        Derived(
            "content",
            ("intervention", "instruction", "starts_on", "ends_on", "schedule", "basis", "task", *CONTACT_FIELDS),
            "intervention",
            _content,
        ),
    ),
    columns=(
        Column("nyckel", "key", key, "Kort namn på ordinationen. Ändra det aldrig.", True, example="o0001"),
        Column("patient", "patient", key, "Nyckeln i patienter.", True, refers="patients", example="p0001"),
        Column(
            "insats",
            "intervention",
            text(LONGEST_INTERVENTION),
            "Det som ska utföras, i några ord.",
            True,
            example="Uppresningsträning",
        ),
        Column(
            "instruktion",
            "instruction",
            text(LONGEST_INSTRUCTION, lines=True),
            "Hur det ska göras. Får vara flera rader.",
            default="",
            example="Följ programmet. Pausa vid yrsel.",
        ),
        Column(
            "program", "programme", key, "Nyckeln i program, om det finns.", refers="programmes", example="benstyrka"
        ),
        Column("grund", "basis", choice(BASES), "delegering, instruktion eller egenvård.", True, example="delegering"),
        Column(
            "uppgift",
            "task",
            text(LONGEST_TASK),
            "Vid delegering: uppgiften, skriven som i delegeringar.",
            default="",
            example="Gångträning",
        ),
        Column("från", "starts_on", day, "Första dagen.", True, example="2026-11-01"),
        Column("till", "ends_on", day, "Sista dagen. Tomt betyder tills vidare."),
        Column(
            "gäller från",
            "effective_on",
            day,
            "Första dagen som Beredd ska räkna med. Tomt betyder dagen då filen läses in.",
        ),
        Column(
            "veckodagar",
            "weekdays",
            when.weekdays,
            "mån,ons,fre · mån-fre · alla. Till tider och delar av dagen.",
            example="mån,ons,fre",
        ),
        Column("tider", "times", when.times, "Klockslag: 08:00,14:30.", example="10:00"),
        Column(
            "delar av dagen",
            "parts",
            when.parts,
            "morgon, förmiddag, mitt på dagen, eftermiddag, kväll, natt; komma mellan flera.",
        ),
        Column(
            "gånger per vecka",
            "times_per_week",
            whole(1, MOST_TIMES_A_WEEK),
            "1–7, vilka dagar som helst.",
        ),
        Column(
            "varannan vecka från",
            "anchor",
            day,
            "En dag i den första veckan, om det bara gäller varannan vecka.",
        ),
        Column("vid behov", "as_needed", yes_no, "ja om inget är planerat."),
        Column(
            "minuter före",
            "before_minutes",
            whole(0, LONGEST_TOLERANCE),
            "Så tidigt får det signeras före klockslaget. Tomt betyder 60.",
        ),
        Column(
            "minuter efter",
            "after_minutes",
            whole(0, LONGEST_TOLERANCE),
            "Så långt efter klockslaget är det i tid. Tomt betyder 60.",
        ),
        Column(
            "om ej utförd",
            "if_not_performed",
            choice(RULES),
            "inget, eller kontakta en legitimerad. Tomt betyder inget.",
            default=NotPerformedRule.NOTHING,
            example="kontakta",
        ),
        Column(
            "inom dagar",
            "contact_within_days",
            whole(0, MOST_DAYS_TO_CONTACT),
            "Vid kontakta: inom så många dagar, 0–30.",
            example="1",
        ),
        Column(
            "kontakta",
            "contact_whom",
            text(LONGEST_WHOM),
            "Vem som ska kontaktas.",
            default="",
            example="Fysioterapeut i Rehab Centrum",
        ),
        Column(
            "ordinerad av",
            "prescribed_by",
            key,
            "Nyckeln i anvandare; en legitimerad.",
            True,
            refers="users",
            example="a2001",
        ),
    ),
)
