"""The guide's address: short enough to stand on a poster."""

from django.urls import path

from beredd.office.guide import views

urlpatterns = [path("rutin/", views.guide, name="guide")]
