"""The contact sheet. It needs no sign-in: only what comes with Beredd is here, nothing of a unit's or patient's own."""

from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from beredd.importing.library import read_library
from beredd.office.exercises.presenters import alike, exercise_told, shelves
from beredd.shipped import content


@cache
def library() -> dict[str, dict[str, Any]]:
    """Read once: the files come with the program and do not change while it runs."""
    return {row.key: dict(row.content) for row in read_library(content())[0]}


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Every exercise with its pictures, by position."""
    return render(request, "exercises/sheet.html", {"shelves": shelves(library()), "count": len(library())})


@require_safe
def exercise(request: HttpRequest, key: str) -> HttpResponse:
    """One exercise as whole as it is shipped."""
    if key not in library():
        raise Http404
    context = {
        "told": exercise_told(key, library()[key]),
        "alike": alike(library(), key),
        "crumbs": [(_("Exercises"), reverse("office:exercises"))],
    }
    return render(request, "exercises/exercise.html", context)


@require_safe
@cache_control(public=True, max_age=86400)
def drawing(request: HttpRequest, key: str, number: int) -> HttpResponse:
    pictures = library().get(key, {}).get("pictures", [])
    if not 1 <= number <= len(pictures):
        raise Http404
    return HttpResponse(pictures[number - 1]["svg"], content_type="image/svg+xml")


@require_safe
@cache_control(public=True, max_age=86400)
def motion(request: HttpRequest, key: str) -> HttpResponse:
    found = library().get(key, {}).get("motion")
    if not found:
        raise Http404
    return HttpResponse(found["svg"], content_type="image/svg+xml")
