"""Addresses of programmes: those that are signed, and the drafts they are written in."""

from django.urls import path

from beredd.office.programmes import builder, signing, use, views

urlpatterns = [
    path("", views.listed, name="programmes"),
    path("new", views.new, name="new-programme"),
    path("<uuid:programme>/", views.programme, name="programme"),
    path("<uuid:programme>/version/<int:number>", views.programme, name="programme-version"),
    path("<uuid:programme>/version/<int:number>/paper.pdf", views.paper, name="programme-paper"),
    path("<uuid:programme>/new-version", views.new_version, name="programme-new-version"),
    path("<uuid:programme>/use", use.use, name="programme-use"),
    path("draft/<uuid:draft>/", builder.builder, name="builder"),
    path("draft/<uuid:draft>/found", builder.found_exercises, name="builder-found"),
    path("draft/<uuid:draft>/change", builder.change, name="builder-change"),
    path("draft/<uuid:draft>/preview", signing.preview, name="builder-preview"),
    path("draft/<uuid:draft>/paper.pdf", signing.paper, name="builder-paper"),
    path("draft/<uuid:draft>/page-<int:number>.png", signing.picture, name="builder-page"),
    path("draft/<uuid:draft>/check", signing.check_and_sign, name="builder-check"),
    path("draft/<uuid:draft>/discard", signing.discard, name="builder-discard"),
]
