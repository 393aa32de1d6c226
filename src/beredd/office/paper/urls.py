"""The address of the print page."""

from django.urls import path

from beredd.office.paper import views

urlpatterns = [path("", views.paper, name="paper")]
