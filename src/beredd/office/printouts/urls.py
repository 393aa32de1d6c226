"""Addresses of programmes that were printed elsewhere."""

from django.urls import path

from beredd.office.printouts import views

urlpatterns = [
    path("patient/<uuid:patient>/printout", views.new, name="new-printout"),
    path("patient/<uuid:patient>/printout/<uuid:programme>", views.newer, name="newer-printout"),
    path("programmes/page/<uuid:page>", views.page_picture, name="printout-page"),
]
