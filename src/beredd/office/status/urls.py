"""The status page's address: short enough to stand on a poster."""

from django.urls import path

from beredd.office.status import report, views

urlpatterns = [
    path("lage/", views.shown, name="status"),
    path("lage/anmal/", report.report, name="status-report"),
]
