"""Printing: numbers for the sheets, the file, and then the record of it. What is not recorded is not handed out."""

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.ledger.entry import Entry
from beredd.paper.assemble import assemble
from beredd.paper.documents.draft import Numbered, Standing
from beredd.paper.documents.unit import Old, Stack, contents, cover
from beredd.paper.models import Pack, Sheet, SheetStep
from beredd.paper.packs import Papers, Plan
from beredd.paper.queries import SheetRow, newest_sheets
from beredd.paper.render import render
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.layout import to_json
from beredd.paper.rules.sheet import CHANCE, sheet_id
from beredd.people.actions import log_access
from beredd.people.events import entry
from beredd.people.rules.access import SYSTEM, Access, Refused

Newest = Mapping[tuple[str, str], SheetRow]
Told = Callable[[int, int], None]  # sheets made, of how many


class NothingToPrint(Refused):
    """Code `paper_nothing`."""

    def __init__(self) -> None:
        super().__init__(
            "paper_nothing",
            N_("There is nothing to print: nobody needs paper, or nothing has changed since last time."),
        )


@dataclass(frozen=True, slots=True)
class Printed:
    """`sheets` in the order of the file; `take_out`: the numbers of those that they replace or that hold no more."""

    pack: UUID
    pdf: bytes
    sheets: tuple[Numbered, ...]
    take_out: tuple[str, ...]


def print_pack(
    *,
    plan: Plan,
    changed_only: bool,
    channel: str,
    by: Access,
    at: datetime,
    told: Told = lambda made, of: None,
    keep: Callable[[Printed], None] = lambda printed: None,
) -> Printed:
    """Whoever made the plan was allowed to; each patient in it is in the access log afterwards. Raises NothingToPrint.

    1. Number what is to be printed; with `changed_only` leave out what already lies there as it would be printed.
    2. Make the file: seconds, and nothing is locked meanwhile.
    3. Record pack, sheets and access in one transaction, and only then give the file away.

    `told` hears how far it has come; `keep` is called within the transaction, and what it raises undoes it.
    """
    newest = newest_sheets({one.patient.id for one in plan.facts})
    stacks = [stack for papers in plan.papers if (stack := _stack(papers, newest, changed_only)).sheets]
    replaced = {one.replaces for stack in stacks for one in stack.sheets}
    take_out = _take_out(plan, newest, replaced) if plan.unit else []
    if plan.facts and not stacks and not take_out:
        raise NothingToPrint
    numbered = list(_numbered(plan, stacks, take_out))
    file, name = BytesIO(), "" if by is SYSTEM else by.name
    render(_counted(assemble(numbered, title=plan.title, by_name=name, at=at), told, len(numbered)), file, at=at)
    pdf = file.getvalue()
    printed = Printed(new_id(at), pdf, tuple(numbered), tuple(one.id for one in take_out))
    with transaction.atomic():
        _record(plan, printed, changed_only=changed_only, by=by, at=at)
        patients = [one.facts.patient.id for one in stacks]
        unit = plan.unit.id if plan.unit else None
        log_access(patients=patients, unit=unit, action="printed", channel=channel, by=by, at=at)
        keep(printed)
    return printed


def _counted(parts: Iterator[dict[str, Any]], told: Told, of: int) -> Iterator[dict[str, Any]]:
    made = 0
    for part in parts:
        told(made, of)
        made += len(part["documents"])
        yield part
    told(made, of)


def _stack(papers: Papers, newest: Newest, changed_only: bool) -> Stack:
    """A patient's sheets; with `changed_only` without those that already lie there as they would be printed."""
    sheets = []
    for draft in papers.drafts:
        before = newest.get((draft.kind.value, draft.key))
        if not (changed_only and before and before.digest == draft.digest):
            sheets.append(Numbered(draft, _number(), before.id if before else None))
    return Stack(papers.facts, papers.reasons, tuple(sheets))


def _take_out(plan: Plan, newest: Newest, replaced: set[str | None]) -> list[Old]:
    """What a new sheet replaces, and copies of what holds no more."""
    planned = {(draft.kind.value, draft.key) for papers in plan.papers for draft in papers.drafts}
    facts = {one.patient.id: one.patient for one in plan.facts}
    return [
        Old(row.title, facts[row.patient], row.id)
        for key, row in newest.items()
        if row.patient in facts and (row.id in replaced or (key not in planned and not row.original))
    ]


def _numbered(plan: Plan, stacks: Sequence[Stack], take_out: Sequence[Old]) -> Iterator[Numbered]:
    before = [Numbered(one, _number()) for one in plan.before]
    after = [Numbered(one, _number()) for one in plan.after]
    rest = [*before, *(one for stack in stacks for one in stack.sheets), *after]
    if plan.contents:
        yield Numbered(contents(rest), _number())
    if plan.unit:
        drafts = [one.draft for one in rest]
        yield Numbered(
            cover(plan.unit, plan.span, stacks, drafts, plan.left_out, take_out, plan.facts, only=plan.only), _number()
        )
    yield from rest


def _number() -> str:
    return sheet_id(secrets.randbelow(CHANCE))


def _record(plan: Plan, printed: Printed, *, changed_only: bool, by: Access, at: datetime) -> None:
    left_out = {str(id): why.value for id, why in plan.left_out.items()}
    unit = plan.unit.id if plan.unit else plan.owner
    Pack.objects.create(
        id=printed.pack,
        kind=plan.kind,
        unit=unit,
        box=plan.box,
        first=plan.span.first,
        last=plan.span.last,
        changed_only=changed_only,
        left_out=left_out,
        digest=sha256(printed.pdf).hexdigest(),
        printed_by=by.user,
        printed_at=at,
    )
    Sheet.objects.bulk_create(Sheet(**_row(printed.pack, number, one, at)) for number, one in enumerate(printed.sheets))
    SheetStep.objects.bulk_create(
        SheetStep(sheet_id=one.id, state=SheetState.PRINTED, said_by=by.user, said_at=at) for one in printed.sheets
    )
    body = {
        "kind": plan.kind,
        "first": plan.span.first,
        "last": plan.span.last,
        "changed_only": changed_only,
        "sheets": [one.id for one in printed.sheets],
        "left_out": left_out,
    }
    pack = entry("paper.printed", by=by, subject=("pack", printed.pack), at=at, body=body, unit=unit)
    append([pack, *_for_each(plan, printed, by=by, at=at)])


def _for_each(plan: Plan, printed: Printed, *, by: Access, at: datetime) -> Iterator[Entry]:
    """Of each patient: so that the phones that carry the patient hear that there is paper to place."""
    units = {one.patient.id: one.patient.unit for one in plan.facts}
    numbers: dict[UUID, list[str]] = {}
    for one in printed.sheets:
        if one.draft.patient:
            numbers.setdefault(one.draft.patient, []).append(one.id)
    for patient, sheets in numbers.items():
        body = {"pack": printed.pack, "sheets": sheets}
        yield entry("paper.made", by=by, subject=("patient", patient), at=at, body=body, unit=units.get(patient))


def _row(pack: UUID, position: int, one: Numbered, at: datetime) -> dict[str, Any]:
    draft = one.draft
    return {
        "id": one.id,
        "pack_id": pack,
        "position": position,
        "kind": draft.kind.value,
        "key": draft.key,
        "digest": draft.digest,
        "original": draft.standing is Standing.ORIGINAL,
        "title": draft.title[:200],
        "patient": draft.patient,
        "replaces": one.replaces or "",
        "valid_until": draft.valid_until,
        "geometry": to_json(draft.page) if draft.page else None,
        "printed_at": at,
    }
