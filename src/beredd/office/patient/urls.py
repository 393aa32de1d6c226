"""Addresses of patients."""

from django.urls import path

from beredd.office.patient import correct, views

urlpatterns = [
    path("patients", views.search, name="patients"),
    path("patient/<uuid:patient>/", views.patient, name="patient"),
    path("patient/<uuid:patient>/pause", views.pause, name="pause"),
    path("patient/<uuid:patient>/pause/<uuid:pause>/end", views.end_pause, name="end-pause"),
    path("patient/<uuid:patient>/prescription/<uuid:prescription>/versions", views.compare, name="versions"),
    path("patient/<uuid:patient>/signature/<uuid:signature>/correct", correct.correct, name="correct"),
    path("exercise/<uuid:exercise>/picture/<int:number>", views.picture, name="picture"),
]
