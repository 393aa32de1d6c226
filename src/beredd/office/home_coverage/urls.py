"""Addresses of the coverage at homes."""

from django.urls import path

from beredd.office.home_coverage import views

urlpatterns = [
    path("paper/home-coverage/", views.proposals, name="coverage-proposals"),
    path("paper/home-coverage/unit/<uuid:unit>", views.waiting, name="coverage-waiting"),
    path("patient/<uuid:patient>/home-coverage/", views.home, name="home-coverage"),
    path("patient/<uuid:patient>/home-coverage/paper", views.paper, name="coverage-paper"),
    path("patient/<uuid:patient>/home-coverage/decline", views.decline, name="coverage-decline"),
]
