"""A station at work: a round, its telling, the answer kept; and what it makes of it by itself."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event

from beredd import clock
from beredd.disruption.actions import OLDEST
from beredd.disruption.probes.round import observations, one_round
from beredd.disruption.probes.tried import Seen, Tried
from beredd.disruption.rules.diagnosis import diagnose
from beredd.disruption.rules.landscape import Maintenance
from beredd.disruption.rules.observed import Fault, Link, Place, Result, Vantage
from beredd.disruption.rules.opinion import WINDOW
from beredd.disruption.rules.verdict import Verdict
from beredd.station.exchange import Exchange, NotKnown, NotReached
from beredd.station.keep import Kept, LastWord, Rounds, Routines
from beredd.sync.observed import MOST_ROUNDS, RoundSeen, round_of, seen_of

log = logging.getLogger(__name__)
HERE = Vantage("station", Place.STATION, Link.FIXED)
COPY, COPY_TOO_OLD = "copy", timedelta(minutes=15)
ROUTINES_EVERY = timedelta(hours=1)
LOOK_AGAIN = 30.0  # seconds until we ask again, when there is nothing to try


@dataclass(frozen=True, slots=True)
class Watch:
    kept: Kept
    exchange: Exchange

    def run(self, stop: Event) -> None:
        """Until told to stop; then it says goodbye, if anybody hears."""
        while not stop.is_set():
            try:
                rest = self.round()
            except Exception:
                log.exception("The systems around cannot be looked at")
                rest = LOOK_AGAIN
            stop.wait(rest)
        self.tell(clock.now(), resting=True)

    def round(self) -> float:
        """One round, and its telling; the seconds until the next."""
        plan, at = self.kept.plan(), clock.now()
        if plan:
            self._note(round_of(Seen(at, {**one_round(plan), COPY: self._copy(at)})))
        self.tell(clock.now())
        if plan is None:
            return 0.0 if self.kept.plan() else LOOK_AGAIN
        return max((plan.every - (clock.now() - at)).total_seconds(), 0.0)

    def tell(self, at: datetime, *, resting: bool = False) -> None:
        """All that waits, the oldest first; what does not get there goes on waiting."""
        try:
            known = self._tell_all(at, resting=resting)
            self.kept.put_last_word(LastWord(self.exchange.status(), at, known))
            routines = self.kept.routines()
            if routines is None or abs(at - routines.at) > ROUTINES_EVERY:
                self.kept.put_routines(Routines(self.exchange.routines(), at))
        except NotReached as fault:
            log.info("the server is not reached: %s", fault)

    def _tell_all(self, at: datetime, *, resting: bool) -> bool:
        """Whether the server knows our key."""
        more = True
        try:
            while more:
                seen = self.kept.seen()
                batch, left = seen.waiting[:MOST_ROUNDS], seen.waiting[MOST_ROUNDS:]
                answer = self.exchange.tell(batch, plan=self.kept.plan_sum(), at=at, resting=resting)
                self.kept.put_seen(Rounds([*seen.told, *batch], left))
                if answer.plan is not None:
                    self.kept.put_plan(answer.plan)
                more = bool(left)
        except NotKnown:
            log.error("The server does not know this station's key. Add the station again in the office.")
            return False
        return True

    def _note(self, one: RoundSeen) -> None:
        seen = self.kept.seen()
        told = [old for old in seen.told if old.at > one.at - WINDOW]
        waiting = [old for old in seen.waiting if old.at > one.at - OLDEST]
        self.kept.put_seen(Rounds(told, [*waiting, one]))

    def _copy(self, at: datetime) -> Tried:
        """Is the server's last word fresh enough to go by?"""
        word = self.kept.last_word()
        fresh = word is not None and at - word.at <= COPY_TOO_OLD
        return Tried(Result.WORKS) if fresh else Tried.failed(Fault.NO_ANSWER)


def verdicts(kept: Kept, at: datetime) -> Sequence[Verdict]:
    """What is wrong, as far as can be seen from here alone; planned work as the server last told of it."""
    plan = kept.plan()
    if plan is None:
        return []
    rounds = [seen_of(one) for one in kept.seen().rounds if one.at > at - WINDOW]
    facts = [fact for one in rounds for fact in observations(one.found, vantage=HERE, at=one.at)]
    return diagnose(facts, (), plan.landscape, _planned(kept), at)


def _planned(kept: Kept) -> list[Maintenance]:
    word = kept.last_word()
    systems = word.status.systems if word else []
    return [Maintenance(one.system, work.starts_at, work.ends_at) for one in systems for work in one.planned]
