"""Home folders as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.care.queries import PatientRow
from beredd.office.desk import Desk
from beredd.office.sheets.presenters import Line, lines
from beredd.office.words import times
from beredd.office.words.paper import TASKS, reason, why
from beredd.office.words.states import Look
from beredd.paper.folders import Folder
from beredd.paper.home_folder import usual_tab
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.folder import Job, Task
from beredd.paper.rules.need import Reason
from beredd.paper.rules.sheet import show_sheet_id


@dataclass(frozen=True, slots=True)
class Todo:
    """`put` and `take` are numbers as they stand on paper; with `by_hand` false there is nothing to carry yet."""

    look: Look
    title: str
    why: str
    since: str
    put: str
    put_id: str
    take: str
    take_id: str
    take_back: bool
    by_hand: bool
    done_url: str
    print_url: str


@dataclass(frozen=True, slots=True)
class Card:
    """One home folder."""

    name: str
    protected: bool
    url: str
    where: str
    wanted: bool
    lying: Sequence[Line]
    waiting: Sequence[Line]
    todo: Sequence[Todo]


def card(desk: Desk, folder: Folder) -> Card:
    lying = [one for one in folder.sheets if one.state is SheetState.PLACED]
    return Card(
        name=folder.patient.name,
        protected=folder.patient.protected,
        url=reverse("office:patient", args=[folder.patient.id]),
        where=", ".join(filter(None, [folder.said.tab or usual_tab(), folder.said.place])),
        wanted=folder.said.wanted,
        lying=lines(desk, lying),
        waiting=lines(desk, [one for one in folder.sheets if one not in lying]),
        todo=[_todo(desk, folder, job) for job in folder.jobs],
    )


def unprinted(found: Sequence[tuple[PatientRow, Sequence[Reason]]]) -> list[tuple[str, str, str]]:
    """Name, address of the patient's page, and why there must be paper."""
    return [
        (row.name, reverse("office:patient", args=[row.id]), " ".join(reason(one) for one in reasons))
        for row, reasons in found
    ]


def _todo(desk: Desk, folder: Folder, job: Job) -> Todo:
    put, take = folder.sheet(job.sheet), folder.sheet(job.old)
    about = put or take
    return Todo(
        look=TASKS[job.task],
        title=about.title if about else "",
        why=why(job.why),
        since=_("since %(when)s") % {"when": _when(job.since, desk.at)},
        put=show_sheet_id(put.id) if put else "",
        put_id=put.id if put else "",
        take=show_sheet_id(take.id) if take else "",
        take_id=take.id if take else "",
        take_back=bool(take and take.original),
        by_hand=job.task is not Task.PRINT,
        done_url=reverse("office:folder-done", args=[folder.patient.id]),
        print_url=reverse("office:patient-paper", args=[folder.patient.id]),
    )


def _when(since: date | datetime, now: datetime) -> str:
    return times.moment(since, now=now) if isinstance(since, datetime) else times.plain_day(since)
