"""Addresses of disruptions."""

from django.urls import path

from beredd.office.disruption import calendar, contacts, leads, lists, one, planned, reports, seen, steps, tickets

urlpatterns = [
    path("", lists.incidents, name="disruptions"),
    path("reports", reports.reports, name="disruption-reports"),
    path("seen", seen.seen, name="disruption-seen"),
    path("seen/stations", seen.add, name="add-station"),
    path("seen/stations/<uuid:station>/withdraw", seen.withdraw, name="withdraw-station"),
    path("planned", planned.planned, name="disruption-planned"),
    path("planned/file", calendar.calendar, name="calendar-file"),
    path("planned/file/keep", calendar.keep, name="keep-calendar"),
    path("planned/add", planned.add, name="plan-maintenance"),
    path("planned/<uuid:maintenance>/withdraw", planned.withdraw, name="withdraw-maintenance"),
    path("planned/<uuid:maintenance>/again", planned.again, name="plan-again"),
    path("raise", lists.raised, name="disruption-raise"),
    path("<uuid:incident>/", one.incident, name="disruption"),
    path("<uuid:incident>/move", one.move, name="disruption-move"),
    path("<uuid:incident>/lead", leads.take, name="disruption-lead"),
    path("<uuid:incident>/lead/hand-over", leads.hand_over, name="disruption-hand-over"),
    path("<uuid:incident>/tell", one.tell, name="disruption-tell"),
    path("<uuid:incident>/paper", one.begin_paper, name="disruption-paper"),
    path("<uuid:incident>/contacts", contacts.contacts, name="disruption-contacts"),
    path("reports/tickets/<uuid:ticket>/number", tickets.loose_number, name="disruption-loose-number"),
    path("<uuid:incident>/tickets", tickets.tickets, name="disruption-tickets"),
    path("<uuid:incident>/tickets/file", tickets.file, name="disruption-ticket"),
    path("<uuid:incident>/tickets/<uuid:ticket>/number", tickets.number, name="disruption-ticket-number"),
    path("<uuid:incident>/steps", steps.steps, name="disruption-steps"),
    path("<uuid:incident>/steps/tick", steps.tick, name="disruption-tick"),
    path("<uuid:incident>/steps/from-paper", steps.from_paper, name="disruption-from-paper"),
    path("<uuid:incident>/paper/<uuid:paper>/end", one.end_paper, name="disruption-paper-end"),
]
