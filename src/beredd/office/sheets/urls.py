"""Addresses of sheets."""

from django.urls import path

from beredd.office.sheets import views

urlpatterns = [
    path("", views.counted, name="sheets"),
    path("<slug:number>/", views.one, name="sheet"),
    path("<slug:number>/follow", views.follow, name="sheet-follow"),
]
