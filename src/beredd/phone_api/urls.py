"""The phone's addresses."""

from django.urls import path

from beredd.phone_api import app_files, notices, stations, status, views

app_name = "phone_api"
urlpatterns = [
    path("api/v1/hello", views.hello, name="hello"),
    path("api/v1/routines", views.routines, name="routines"),
    path("api/v1/status", status.status, name="status"),
    path("api/v1/observed", stations.observed, name="observed"),
    path("api/v1/openapi.json", views.openapi, name="openapi"),
    path("api/v1/enrol", views.enrol, name="enrol"),
    path("api/v1/intake", views.intake, name="intake"),
    path("api/v1/sealed", views.sealed, name="sealed"),
    path("api/v1/feed", views.feed, name="feed"),
    path("api/v1/notices", notices.notices, name="notices"),
    path("api/v1/documents", views.documents, name="documents"),
    path("api/<path:rest>", views.nothing_here),
    path("app/", app_files.serve, name="app"),
    path("app/<path:path>", app_files.serve),
]
