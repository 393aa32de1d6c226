"""The addresses: the phone's, the guide at /rutin, how systems stand at /lage; everything else is the office's."""

from django.urls import include, path

urlpatterns = [
    path("", include("beredd.phone_api.urls")),
    path("", include("beredd.office.guide.urls")),
    path("", include("beredd.office.status.urls")),
    path("", include("beredd.office.urls")),
]
