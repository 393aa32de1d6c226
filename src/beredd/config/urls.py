"""The addresses: the phone's under /api/v1 and /app, the guide at /rutin, everything else is the office's."""

from django.urls import include, path

urlpatterns = [
    path("", include("beredd.phone_api.urls")),
    path("", include("beredd.office.guide.urls")),
    path("", include("beredd.office.urls")),
]
