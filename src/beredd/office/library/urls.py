"""Addresses of the exercises for who is signed in."""

from django.urls import path

from beredd.office.library import own, photos, views

urlpatterns = [
    path("", views.listed, name="library"),
    path("found", views.found_exercises, name="library-found"),
    path("new", own.new, name="new-exercise"),
    path("<uuid:exercise>/", views.exercise, name="exercise"),
    path("<uuid:exercise>/motion.svg", views.motion, name="exercise-motion"),
    path("<uuid:exercise>/change", own.change, name="change-exercise"),
    path("<uuid:exercise>/retire", own.retire, name="retire-exercise"),
    path("<uuid:exercise>/bring-back", own.bring_back, name="bring-back-exercise"),
    path("<uuid:exercise>/photo", photos.new, name="new-photo"),
    path("<uuid:exercise>/photo/<uuid:photo>/withdraw", photos.withdraw, name="withdraw-photo"),
]
