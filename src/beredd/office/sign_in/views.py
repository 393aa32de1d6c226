"""In, out, and in which language."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from beredd import clock
from beredd.office.sign_in.forms import SignInForm
from beredd.people import actions, queries


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Wrong: 401 and what to do. Too often wrong: 429 and when it opens again."""
    form = SignInForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _form(request, form, status=200 if request.method == "GET" else 422)
    username = form.cleaned_data["username"].strip().lower()
    user = authenticate(request, username=username, password=form.cleaned_data["password"])
    if user is not None:
        login(request, user)
        return _in_language(redirect(_next(request)), getattr(user, "language", settings.LANGUAGE_CODE))
    if getattr(request, "axes_locked_out", False):
        form.add_error(None, _("Too many wrong tries. Wait 15 minutes and try again, or ask system support."))
        return _form(request, form, status=429)
    form.add_error(None, _("The user name or the password is wrong. Check both and try again."))
    return _form(request, form, status=401)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("office:sign-in")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Kept in a cookie for the page, and with the user for next time."""
    wanted = request.POST.get("language", "")
    code = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    if request.user.is_authenticated:
        at = clock.now()
        actions.set_language(language=code, by=queries.access_of(request.user.pk, at=at), at=at)
    return _in_language(redirect(_next(request)), code)


def _form(request: HttpRequest, form: SignInForm, *, status: int) -> HttpResponse:
    return render(request, "sign_in/sign_in.html", {"form": form, "next": _next(request)}, status=status)


def _next(request: HttpRequest) -> str:
    """Where the user was going; never to another site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else settings.LOGIN_REDIRECT_URL


def _in_language(response: HttpResponse, code: str) -> HttpResponse:
    year = 365 * 24 * 3600
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=year, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response
