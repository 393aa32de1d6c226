"""The office's addresses, an area at a time."""

from django.urls import include, path

app_name = "office"
urlpatterns = [
    path("", include("beredd.office.sign_in.urls")),
    path("", include("beredd.office.today.urls")),
    path("", include("beredd.office.patient.urls")),
    path("", include("beredd.office.follow_up.urls")),
    path("", include("beredd.office.home_coverage.urls")),
    path("", include("beredd.office.prescribe.urls")),
    path("review/", include("beredd.office.review.urls")),
    path("people/", include("beredd.office.people.urls")),
    path("routines/", include("beredd.office.routine.urls")),
    path("coverage/", include("beredd.office.coverage.urls")),
    path("disruptions/", include("beredd.office.disruption.urls")),
    path("notices/", include("beredd.office.outbox.urls")),
    path("helpdesk/", include("beredd.office.helpdesk.urls")),
    path("paper/", include("beredd.office.paper.urls")),
    path("", include("beredd.office.printouts.urls")),
    path("programmes/", include("beredd.office.programmes.urls")),
    path("paper/boxes/", include("beredd.office.boxes.urls")),
    path("paper/sheets/", include("beredd.office.sheets.urls")),
    path("paper/folders/", include("beredd.office.folders.urls")),
    path("library/", include("beredd.office.library.urls")),
    path("exercises/", include("beredd.office.exercises.urls")),
]
