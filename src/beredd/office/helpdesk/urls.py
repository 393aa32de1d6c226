"""Addresses of the helpdesk."""

from django.urls import path

from beredd.office.helpdesk import views

urlpatterns = [
    path("", views.search, name="helpdesk"),
    path("<uuid:user>/", views.user, name="helpdesk-user"),
    path("<uuid:user>/answer", views.answer, name="helpdesk-answer"),
]
