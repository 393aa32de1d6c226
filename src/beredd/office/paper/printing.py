"""What has been asked for: the file at once, or the page of the job that makes it."""

from django.http import HttpResponse
from django.shortcuts import redirect

from beredd.office.desk import Desk
from beredd.office.paper import presenters
from beredd.paper.actions import NothingToPrint, enqueue, print_pack
from beredd.paper.order import Order, plan_of

AT_ONCE = 500  # pages that one waits for at most, a unit of forty or so; more are made by the queue


def made(desk: Desk, order: Order, *, to: str, name: str) -> HttpResponse:
    """`to`: empty to be fetched. Raises Refused."""
    plan = plan_of(order, by=desk.access, at=desk.at)
    if to or presenters.pages_of(plan) > AT_ONCE:
        if plan.facts and not any(papers.drafts for papers in plan.papers):
            raise NothingToPrint
        return redirect("office:print-job", enqueue(order, to=to, channel="office", by=desk.access, at=desk.at))
    done = print_pack(plan=plan, changed_only=order.changed_only, channel="office", by=desk.access, at=desk.at)
    return as_file(done.pdf, name)


def as_file(pdf: bytes, name: str) -> HttpResponse:
    """Its name says what and from when, and nobody's name."""
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="beredd-{name}.pdf"'
    return answer
