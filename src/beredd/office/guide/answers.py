"""What has been answered so far, as it stands in the address; what the routine does not know is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from beredd.routine.rules.routine import ROLE, Routine

SITUATION, ROUTINE = "situation", "routine"


@dataclass(frozen=True, slots=True)
class Answers:
    """`told`: question → option, in the order in which they were answered."""

    routine: str
    situation: str
    told: Mapping[str, str]

    def address(self) -> str:
        """The same page again."""
        asked = {ROUTINE: self.routine, **dict(self._order())}
        return f"?{urlencode(asked)}"

    def with_answer(self, name: str, value: str) -> str:
        """The page after one more answer."""
        return f"{self.address()}&{urlencode({name: value})}"

    def until(self, name: str) -> str:
        """The page on which that was asked: it and what came after are to be answered anew."""
        kept = {ROUTINE: self.routine}
        for one, value in self._order():
            if one == name:
                break
            kept[one] = value
        return f"?{urlencode(kept)}"

    def _order(self) -> list[tuple[str, str]]:
        """Who one is, then what has happened, then the rest."""
        role = [(ROLE, self.told[ROLE])] if ROLE in self.told else []
        situation = [(SITUATION, self.situation)] if self.situation else []
        return [*role, *situation, *((name, value) for name, value in self.told.items() if name != ROLE)]


def answers_of(query: QueryDict, routine: Routine) -> Answers:
    """An old address may name what a newer version has no more: it is asked again."""
    options = {one.id: {option.id for option in one.options} for one in routine.questions}
    told = {name: str(value) for name, value in query.items() if value in options.get(name, ())}
    situation = query.get(SITUATION, "")
    known = situation in {one.id for one in routine.situations} and ROLE in told
    return Answers(routine.id, situation if known else "", told)
