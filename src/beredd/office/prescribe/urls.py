"""Addresses of prescribing."""

from django.urls import path

from beredd.office.prescribe import views

urlpatterns = [
    path("patient/<uuid:patient>/prescribe", views.prescribe, name="prescribe"),
    path("patient/<uuid:patient>/prescription/<uuid:prescription>/change", views.change, name="change"),
    path("patient/<uuid:patient>/prescription/<uuid:prescription>/end", views.end, name="end"),
    path("prescribe/schedule-fields", views.schedule_fields, name="schedule-fields"),
    path("prescribe/programme", views.programme_preview, name="programme-preview"),
]
