"""A safety box judged: what lies there against what would be printed for it now, and the pack that makes it whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import override

from beredd.clock import local_day
from beredd.i18n.mark import N_
from beredd.paper.documents.draft import Draft, Kind
from beredd.paper.folders import PAPER_LANGUAGE
from beredd.paper.packs import Plan, safety_box_plan
from beredd.paper.queries import BoxRow, SheetRow, box_sheets, printed_for_box
from beredd.paper.rules.box import Lying, Stock, Wanted, is_due, stock
from beredd.paper.rules.span import Span
from beredd.people.rules.access import Refused
from beredd.routine.queries import said_by, standing_versions


class UnknownBox(Refused):
    """Code `unknown_box`: there is none, or it has been taken away."""

    def __init__(self) -> None:
        super().__init__("unknown_box", N_("That box is not in the list any more. Open the list again."))


class NothingInForce(Refused):
    """Code `no_routine`: the box is about a routine, and there is none."""

    def __init__(self) -> None:
        super().__init__("no_routine", N_("No routine is in force. Put one in force, then the box can be printed."))


class BoxIsWhole(Refused):
    """Code `box_whole`."""

    def __init__(self) -> None:
        super().__init__("box_whole", N_("The box holds all that it should. There is nothing to print."))


@dataclass(frozen=True, slots=True)
class Box:
    """`sheets`: what lies there; `waiting`: what is printed for it; `stock`: None while no routine is in force."""

    row: BoxRow
    sheets: tuple[SheetRow, ...]
    waiting: tuple[SheetRow, ...]
    stock: Stock | None
    due: bool


def judged(rows: Sequence[BoxRow], *, at: datetime) -> list[Box]:
    """In the order given. Scope is the caller's."""
    return [_judged(row, at) for row in rows]


def box_plan(row: BoxRow, *, everything: bool, at: datetime) -> Plan:
    """All that the box should hold, or only what is lacking or out of date. Raises NothingInForce, BoxIsWhole."""
    with override(PAPER_LANGUAGE):
        whole = _whole(row, at)
    if whole is None:
        raise NothingInForce
    plan = replace(whole, owner=row.unit, box=row.id)
    if everything:
        return plan
    judged_box = _judged(row, at)
    lacking = {(one.kind, one.key) for one in judged_box.stock.lacking} if judged_box.stock else set()
    drafts = tuple(one for one in whole.after if (one.kind.value, one.key) in lacking)
    if not drafts:
        raise BoxIsWhole
    return replace(plan, after=drafts, contents=False)


def _judged(row: BoxRow, at: datetime) -> Box:
    sheets, waiting = box_sheets(row.id), printed_for_box(row.id)
    with override(PAPER_LANGUAGE):
        whole = _whole(row, at)
    found = None
    if whole is not None:
        wanted = [_wanted(one) for one in whole.after]
        found = stock(
            [_lying(one) for one in sheets if one.kind != Kind.CONTENTS], wanted, counted=_counted(row, sheets), now=at
        )
    return Box(row, tuple(sheets), tuple(waiting), found, is_due(row.inspected_at, at))


def _whole(row: BoxRow, at: datetime) -> Plan | None:
    day, standing = local_day(at), standing_versions(at=at)
    return safety_box_plan(said_by(standing[0]), span=Span(day, day), holds=row.holds) if standing else None


def _counted(row: BoxRow, sheets: Sequence[SheetRow]) -> dict[str, int]:
    """What the last inspection saw counts until something is put in again."""
    filled = max((one.since for one in sheets), default=None)
    last = row.inspections[0] if row.inspections else None
    return dict(last.seen) if last and (filled is None or filled <= last.at) else {}


def _wanted(draft: Draft) -> Wanted:
    return Wanted(draft.kind.value, draft.key, draft.digest)


def _lying(row: SheetRow) -> Lying:
    return Lying(row.id, row.kind, row.key, row.digest, row.printed_at)
