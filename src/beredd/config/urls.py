"""The addresses: the phone's, /rutin, /lage and /seen for all without sign-in; everything else is the office's."""

from django.urls import include, path

urlpatterns = [
    path("", include("beredd.phone_api.urls")),
    path("", include("beredd.office.guide.urls")),
    path("", include("beredd.office.status.urls")),
    path("", include("beredd.office.outbox.public")),
    path("", include("beredd.office.urls")),
]
