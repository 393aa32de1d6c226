"""Addresses of the coverage board."""

from django.urls import path

from beredd.office.coverage import views

urlpatterns = [
    path("", views.board, name="coverage"),
    path("many", views.cover_many, name="cover-many"),
    path("<uuid:patient>", views.cover_one, name="cover-one"),
]
