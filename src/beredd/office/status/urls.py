"""The status page's address: short enough to stand on a poster."""

from django.urls import path

from beredd.office.status import views

urlpatterns = [path("lage/", views.shown, name="status")]
