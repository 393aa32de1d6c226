"""Addresses of printing."""

from django.urls import path

from beredd.office.paper import jobs, shifts, views

urlpatterns = [
    path("", views.paper, name="paper"),
    path("shifts/", shifts.shifts, name="shifts"),
    path("shifts/<uuid:unit>/end", shifts.end, name="end-shifts"),
    path("other", views.other_paper, name="other-paper"),
    path("patient/<uuid:patient>/", views.patient_paper, name="patient-paper"),
    path("jobs/<uuid:job>/", jobs.job, name="print-job"),
    path("jobs/<uuid:job>/cancel", jobs.cancel, name="print-cancel"),
    path("jobs/<uuid:job>/again", jobs.again, name="print-again"),
    path("jobs/<uuid:job>/file", jobs.file, name="print-file"),
]
