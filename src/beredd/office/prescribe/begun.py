"""A prescription that was left half written, to make a programme for it: kept in the session until one comes back."""

from uuid import UUID

from django.http import HttpRequest, QueryDict

KEY = "prescribing"


def keep_begun(request: HttpRequest, patient: UUID, post: QueryDict) -> None:
    """One at a time: a later one takes its place."""
    request.session[KEY] = {"patient": str(patient), "address": request.path, "written": post.urlencode()}


def begun_address(request: HttpRequest, patient: UUID) -> str:
    """Where the prescribing of this patient goes on; empty when none was left."""
    begun = request.session.get(KEY) or {}
    return str(begun["address"]) if begun.get("patient") == str(patient) else ""


def take_begun(request: HttpRequest) -> QueryDict | None:
    """What was written on this very page; then it is forgotten."""
    begun = request.session.get(KEY) or {}
    if begun.get("address") != request.path:
        return None
    del request.session[KEY]
    return QueryDict(begun["written"])
