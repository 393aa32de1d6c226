"""Addresses of safety boxes."""

from django.urls import path

from beredd.office.boxes import views

urlpatterns = [
    path("", views.listed, name="boxes"),
    path("<uuid:box>/", views.one, name="box"),
    path("<uuid:box>/print", views.printed, name="box-print"),
    path("<uuid:box>/filled", views.filled, name="box-filled"),
    path("<uuid:box>/inspected", views.inspected, name="box-inspected"),
    path("<uuid:box>/contents", views.contents, name="box-contents"),
    path("<uuid:box>/gone", views.gone, name="box-gone"),
]
