"""Addresses of home folders."""

from django.urls import path

from beredd.office.folders import views

urlpatterns = [
    path("", views.listed, name="home-folders"),
    path("doubt/<uuid:doubt>", views.settle, name="sheet-doubt"),
    path("<uuid:patient>/done", views.done, name="folder-done"),
    path("<uuid:patient>/describe", views.describe, name="folder-describe"),
]
