"""The station's own page, for all in the unit: what is seen from here, and the server's last word with its age."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from beredd import clock
from beredd.disruption.plan import plan
from beredd.disruption.queries import OnPaper, PlannedSoon, SystemStatus, Trouble
from beredd.disruption.rules.incident import State
from beredd.disruption.rules.landscape import Layer
from beredd.disruption.rules.verdict import Verdict, evidence
from beredd.office.guide import presenters as guide
from beredd.office.status import presenters
from beredd.office.words.disruptions import title
from beredd.office.words.times import moment
from beredd.routine.plain import days_from_plain, from_plain
from beredd.station.keep import Kept, LastWord
from beredd.station.watch import verdicts
from beredd.sync.wire import SystemNow, TroubleNow

OLD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SeenHere:
    what: str
    evidence: str
    instead: str


@never_cache
@require_GET
def shown(request: HttpRequest) -> HttpResponse:
    now, kept = clock.now(), Kept(Path(settings.DATA))
    word = kept.last_word()
    systems = [_system(one) for one in word.status.systems] if word else []
    rows = presenters.rows(systems, now=now)
    rounds = kept.seen().rounds
    context = {
        "rows": rows,
        "works": presenters.works(systems, now=now),
        "trouble": any(row.ill for row in rows),
        "seen": [_seen(one) for one in verdicts(kept, now)],
        "looked": moment(rounds[-1].at, now=now) if rounds else "",
        "tries": kept.plan() is not None,
        "reach": _reach(kept, now),
        **_age(word, now),
    }
    return render(request, "station/page.html", context)


def _reach(kept: Kept, now: datetime) -> list[guide.Reach]:
    """Whom the routines name, those who are open first."""
    routines = kept.routines()
    if routines is None:
        return []
    found = [one for pocket in routines.reply.routines for one in _named_in(pocket, now)]
    return sorted(found, key=lambda one: not one.is_open)


def _named_in(pocket: Mapping[str, Any], now: datetime) -> list[guide.Reach]:
    try:
        routine, days = from_plain(pocket["routine"]), days_from_plain(pocket["days"])
    except (msgspec.ValidationError, KeyError):  # of a newer server
        return []
    return guide.whom(routine, routine.contacts, now=now, days=days)


def _age(word: LastWord | None, now: datetime) -> dict[str, Any]:
    if word is None:
        return {"told": "", "old": True, "known": True}
    return {"told": moment(word.at, now=now), "old": now - word.at > OLD, "known": word.known}


def _seen(one: Verdict) -> SeenHere:
    here = plan()
    text, params = evidence(one, here.landscape)
    words = here.instead.get(one.system, {})
    return SeenHere(title(one.system, one.layer), _(text) % params, presenters.in_language(words))


def _system(one: SystemNow) -> SystemStatus:
    troubles = tuple(_trouble(trouble) for trouble in one.troubles)
    planned = tuple(PlannedSoon(work.id, one.system, work.starts_at, work.ends_at, work.what) for work in one.planned)
    return SystemStatus(one.system, one.title, one.instead, troubles, planned)


def _trouble(one: TroubleNow) -> Trouble:
    units = {UUID(id): name for id, name in one.units.items()}
    return Trouble(
        id=one.id,
        layer=Layer(one.layer),
        state=State(one.state),
        since=one.since,
        began=one.since,
        units=units,
        text=one.text,
        told_at=one.told_at,
        next_at=one.next_at,
        papers=tuple(
            OnPaper(paper.unit, units.get(paper.unit, ""), paper.system, paper.since, paper.until)
            for paper in one.papers
        ),
    )
