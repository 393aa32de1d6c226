"""Whence a report comes, so that one computer counts once: told apart, never recognised."""

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac

COOKIE, YEAR = "beredd-browser", 365 * 24 * 3600


def address_of(request: HttpRequest) -> str:
    """The same for the same address, and not to be turned back into it."""
    return salted_hmac("beredd.report", request.META.get("REMOTE_ADDR", "")).hexdigest()[:16]


def browser_of(request: HttpRequest) -> str:
    """A name that this browser was given the first time; a new one for a browser without."""
    kept = request.get_signed_cookie(COOKIE, default="")
    return kept if kept and len(kept) <= 16 else get_random_string(16)


def remember(response: HttpResponse, browser: str) -> HttpResponse:
    response.set_signed_cookie(COOKIE, browser, max_age=YEAR, httponly=True, samesite="Lax")
    return response
