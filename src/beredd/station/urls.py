"""A station's addresses: its page, at the root and where the server has it."""

from django.urls import path

from beredd.station.page import shown

urlpatterns = [path("", shown, name="station"), path("lage/", shown)]
