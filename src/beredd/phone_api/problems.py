"""What went wrong, for a machine (a stable code) and for a person (a sentence and a next step)."""

from dataclasses import dataclass

import msgspec
from django.http import HttpResponse
from django.utils.translation import gettext as _

from beredd.i18n.mark import N_


@dataclass(frozen=True, slots=True)
class Problem:
    status: int
    title: str
    next: str


PROBLEMS: dict[str, Problem] = {
    "not_json": Problem(400, N_("The message could not be read."), N_("Update the app and try again.")),
    "not_signed_in": Problem(401, N_("The phone is not known here."), N_("Sign in on the phone again.")),
    "unknown_station": Problem(
        401, N_("The station is not known here."), N_("Add it again in the office and give it its new key.")
    ),
    "wrong_password": Problem(
        401, N_("The user name or the password is wrong."), N_("Check both and try again. Ask your manager for help.")
    ),
    "no_right_to_sign": Problem(
        403, N_("You do not have the right to sign."), N_("Ask your manager to add you to a unit.")
    ),
    "device_revoked": Problem(
        403, N_("This phone has been revoked."), N_("What you have signed is still sent. Ask your manager.")
    ),
    "not_found": Problem(404, N_("There is nothing at this address."), N_("Update the app and try again.")),
    "wrong_method": Problem(405, N_("The address is used in another way."), N_("Update the app and try again.")),
    "old_protocol": Problem(409, N_("The app and the server are of different ages."), N_("Update the app.")),
    "too_large": Problem(413, N_("The message is too large."), N_("Update the app and try again.")),
    "wrong_type": Problem(415, N_("The message is not of the right kind."), N_("Update the app and try again.")),
    "wrong_shape": Problem(422, N_("Something is missing in the message."), N_("Update the app and try again.")),
    "device_key": Problem(422, N_("The phone's key could not be read."), N_("Update the app and sign in again.")),
    "phones_not_told": Problem(404, N_("Phones are not told here yet."), N_("Ask your manager.")),
    "push_subscription": Problem(
        422, N_("This browser cannot be told."), N_("Use Chrome, Firefox, Edge or Safari on the phone.")
    ),
    "locked_out": Problem(
        429, N_("Too many tries with the wrong password."), N_("Wait a quarter of an hour and try again.")
    ),
    "fault": Problem(
        500, N_("Something went wrong on the server."), N_("Nothing is lost: the phone tries again by itself.")
    ),
    "busy": Problem(
        503, N_("Many phones are asking at the same time."), N_("The phone asks again by itself in a moment.")
    ),
    "database": Problem(
        503, N_("The server cannot save right now."), N_("Nothing is lost: it stays on the phone and is sent later.")
    ),
}


def problem(code: str, *, retry_after: int | None = None) -> HttpResponse:
    """{"problem": {"code", "title", "next"}} with the status that fits."""
    known = PROBLEMS[code]
    body = {"problem": {"code": code, "title": _(known.title), "next": _(known.next)}}
    response = HttpResponse(msgspec.json.encode(body), status=known.status, content_type="application/json")
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    response["Cache-Control"] = "no-store"
    return response
