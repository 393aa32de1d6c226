"""Addresses of the review queue."""

from django.urls import path

from beredd.office.review import views

urlpatterns = [
    path("", views.queue, name="review"),
    path("<int:item>/decide", views.decide, name="decide"),
]
