"""Advice as plain values for programs and as lines for people."""

from datetime import datetime
from typing import Any

from beredd.cli.words import gettext as _
from beredd.clock import SWEDEN
from beredd.routine.rules.advice import Advice, AdvisedStep
from beredd.routine.rules.contacts import Reached
from beredd.routine.rules.routine import Question


def as_json(advice: Advice, language: str) -> dict[str, Any]:
    """{applies, question or null, steps: [{id, text, source, reach}]}."""
    return {
        "applies": advice.applies,
        "question": _question(advice.question, language) if advice.question else None,
        "steps": [_step(one, language) for one in advice.steps],
    }


def _question(question: Question, language: str) -> dict[str, Any]:
    options = [{"id": one.id, "text": one.text.said(language)} for one in question.options]
    return {"id": question.id, "text": question.text.said(language), "options": options}


def _step(advised: AdvisedStep, language: str) -> dict[str, Any]:
    step = advised.step
    told: dict[str, Any] = {
        "id": step.id,
        "text": step.text.said(language),
        "source": step.source,
        "reach": [_reached(one, language) for one in advised.reach],
    }
    if step.decides:
        told["decides"] = step.decides.said(language)
    if step.after:
        told["after_minutes"] = int(step.after.total_seconds()) // 60
        told["from"] = _local(advised.starts_at)
    return told


def _reached(reached: Reached, language: str) -> dict[str, Any]:
    contact = reached.contact
    told = {
        "name": contact.name.said(language),
        "phone": contact.phone or None,
        "mail": contact.mail or None,
        "portal": contact.portal or None,
    }
    if reached.open:
        return {**told, "open_until": _local(reached.open_until), "instead": None}
    instead = _reached(reached.instead, language) if reached.instead else None
    return {**told, "opens_at": _local(reached.opens_at), "instead": instead}


def _local(at: datetime | None) -> str | None:
    return at.astimezone(SWEDEN).isoformat() if at else None


def as_text(advice: Advice, language: str) -> str:
    """As one would read it aloud: what to do in order, whom to reach, and what to answer next."""
    lines = [] if advice.applies else [_("The routine does not apply here. Do this instead:")]
    for number, advised in enumerate(advice.steps, start=1):
        lines.append(f"{number}. {advised.step.text.said(language)}")
        if advised.step.decides:
            lines.append(f"   {advised.step.decides.said(language)}")
        if advised.starts_at:
            lines.append("   " + _("from %s") % _clock(advised.starts_at))
        lines += [f"   → {_reached_as_text(one, language)}" for one in advised.reach]
    if advice.question:
        lines += ["", advice.question.text.said(language)]
        lines += [
            f"   --answer {advice.question.id}={one.id}   {one.text.said(language)}" for one in advice.question.options
        ]
    return "\n".join(lines)


def _reached_as_text(reached: Reached, language: str) -> str:
    contact = reached.contact
    name = contact.name.said(language)
    if not reached.open:
        opens = _("opens %s") % _clock(reached.opens_at) if reached.opens_at else _("closed until further notice")
        until_then = _("; until then: %s") % _reached_as_text(reached.instead, language) if reached.instead else ""
        return f"{name}, {opens}{until_then}"
    ways = [way for way in (contact.phone, contact.mail, contact.portal) if way]
    until = [_("until %s") % _clock(reached.open_until)] if reached.open_until else []
    return ", ".join([name, *ways, *until])


def _clock(at: datetime) -> str:
    return f"{at.astimezone(SWEDEN):%Y-%m-%d %H:%M}"
