"""Addresses of the unit's day."""

from django.urls import path

from beredd.office.today import views

urlpatterns = [
    path("", views.today, name="today"),
    path("today/board", views.board, name="board"),
]
