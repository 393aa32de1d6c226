"""Addresses of notices; the link in a notice itself is beside the office, since nobody signs in for it."""

from django.urls import path

from beredd.office.outbox import groups, views

urlpatterns = [
    path("", views.tellings, name="notices"),
    path("test", views.test, name="notice-test"),
    path("groups", groups.groups, name="notice-groups"),
    path("groups/call-tree", groups.call_tree, name="notice-call-tree"),
    path("groups/<slug:group>/hand-over", groups.hand_over, name="notice-hand-over"),
    path("<uuid:telling>/", views.telling, name="notice"),
    path("<uuid:telling>/answer", views.answer, name="notice-answer"),
    path("<uuid:telling>/again/<uuid:notice>", views.again, name="notice-again"),
]
