"""Addresses of a patient's follow-up."""

from django.urls import path

from beredd.office.follow_up import views

urlpatterns = [
    path("patient/<uuid:patient>/follow-up/", views.follow_up, name="follow-up"),
    path("patient/<uuid:patient>/follow-up/note", views.note, name="follow-up-note"),
]
