"""The files of the phone app, as built: the page and the service worker fresh each time, the rest for ever."""

import mimetypes
from pathlib import Path

from csp.constants import SELF
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beredd.disruption.queries import phones_look

BUILT = Path(__file__).resolve().parent / "app"
PAGE = "index.html"
ALWAYS_FRESH = (PAGE, "sw.js", "manifest.webmanifest")
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("application/wasm", ".wasm")


@require_safe
def serve(request: HttpRequest, path: str = "") -> HttpResponse | FileResponse:
    """A file of the app; any address that is not a file is the app's own business and gets its page."""
    file = (BUILT / path).resolve()
    if not path or BUILT not in file.parents or not file.is_file():
        file = BUILT / PAGE
    if not file.is_file():
        return render(request, "phone_api/not_built.html", status=503)
    kind, _ = mimetypes.guess_type(file.name)
    response = FileResponse(file.open("rb"), content_type=kind or "application/octet-stream")
    fresh = file.name in ALWAYS_FRESH
    if file.name == PAGE:
        response._csp_update = {"connect-src": _reachable()}  # type: ignore[attr-defined]  # as django-csp does
    response["Cache-Control"] = "no-cache" if fresh else "public, max-age=31536000, immutable"
    return response


def _reachable() -> list[str]:
    """Us, and exactly what phones have been told to try."""
    look = phones_look()
    return [SELF, *(one for addresses in look.targets.values() for one in addresses)] if look else [SELF]
