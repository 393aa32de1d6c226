"""Addresses of the exercise library."""

from django.urls import path

from beredd.office.exercises import views

urlpatterns = [
    path("", views.sheet, name="exercises"),
    path("<slug:key>/", views.exercise, name="open-exercise"),
    path("<slug:key>/<int:number>.svg", views.drawing, name="drawing"),
    path("<slug:key>/motion.svg", views.motion, name="motion"),
]
