"""The address that stands in notices: short, so that it fits in an SMS."""

from django.urls import path

from beredd.office.outbox import seen

urlpatterns = [path("seen/<str:token>", seen.seen, name="seen")]
