"""Addresses about routines."""

from django.urls import path

from beredd.office.routine import compare, edit, known, moves, postings, source, views

VERSION = "<slug:slug>/version/<int:number>"

urlpatterns = [
    path("", views.listed, name="routines"),
    path("known", known.listed, name="known"),
    path("postings", postings.postings, name="postings"),
    path("postings/<uuid:posting>/hangs/<uuid:version>", postings.hangs, name="posting-hangs"),
    path("postings/<uuid:posting>/gone", postings.gone, name="posting-gone"),
    path("import", source.read_in, name="routine-import"),
    path("<slug:slug>/", views.routine, name="routine"),
    path("<slug:slug>/new-version", views.new_version, name="routine-new-version"),
    path("<slug:slug>/read", known.read, name="routine-read"),
    path("<slug:slug>/answer", known.answer, name="routine-answer"),
    path("<slug:slug>/confirm", known.confirm, name="routine-confirm"),
    path("<slug:slug>/readers", known.readers, name="routine-readers"),
    path("<slug:slug>/remind/<uuid:user>", known.remind, name="routine-remind"),
    path("<slug:slug>/compare/<int:old>/<int:new>", compare.compare, name="routine-compare"),
    path(f"{VERSION}/", moves.version, name="routine-version"),
    path(f"{VERSION}/move", moves.move, name="routine-move"),
    path(f"{VERSION}/file", source.download, name="routine-file"),
    path(f"{VERSION}/source", source.source, name="routine-source"),
    path(f"{VERSION}/edit", edit.overview, name="routine-edit"),
    path(f"{VERSION}/edit/undo", edit.undo, name="routine-undo"),
    path(f"{VERSION}/edit/piece/<path:place>", edit.piece, name="routine-piece"),
    path(f"{VERSION}/edit/new/<slug:kind>/<path:place>", edit.new, name="routine-new"),
    path(f"{VERSION}/edit/line/<path:place>", edit.line, name="routine-line"),
]
