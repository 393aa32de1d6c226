"""The description of the endpoints (OpenAPI 3.1), drawn from the very types that parse them."""

from functools import cache
from typing import Any

import msgspec

from beredd.phone_api.problems import PROBLEMS
from beredd.sync import observed, wire

# What each is for, what it takes and gives, and whose key it wants.
ENDPOINTS: dict[str, tuple[str, type[msgspec.Struct], type[msgspec.Struct], str]] = {
    "enrol": ("Let a phone in, with the user's password", wire.EnrolRequest, wire.EnrolReply, ""),
    "intake": ("Send events; an answer for each", wire.IntakeRequest, wire.IntakeReply, "device"),
    "sealed": ("Send another phone's sealed events", wire.SealedRequest, wire.SealedReply, "device"),
    "feed": ("What is new, by position", wire.FeedRequest, wire.FeedReply, "device"),
    "notices": ("Is the phone told of disruptions?", wire.NoticesRequest, wire.NoticesReply, "device"),
    "observed": ("What a station has seen", observed.ObservedRequest, observed.ObservedReply, "station"),
    "documents": ("Documents by name", wire.DocumentsRequest, wire.DocumentsReply, "device"),
}
# For everybody, without sign-in.
OPEN: dict[str, tuple[str, type[msgspec.Struct]]] = {
    "hello": ("Which history is this?", wire.HelloReply),
    "routines": ("The routines in force", wire.RoutinesReply),
    "status": ("How the systems stand", wire.StatusReply),
}
# What travels as text inside an event.
INSIDE: list[type[msgspec.Struct]] = [wire.WireEvent, wire.Payload, wire.Body]


def messages() -> list[type[msgspec.Struct]]:
    """Every type that travels by itself, or as text inside another."""
    both = [kind for _, asked, answered, _ in ENDPOINTS.values() for kind in (asked, answered)]
    return [*both, *(answered for _, answered in OPEN.values()), *INSIDE]


@cache
def description() -> dict[str, Any]:
    """As served at /api/v1/openapi.json."""
    _, components = msgspec.json.schema_components(messages(), ref_template="#/components/schemas/{name}")
    return {
        "openapi": "3.1.0",
        "info": {"title": "Beredd: phones", "version": str(wire.PROTOCOL)},
        "paths": {
            **{f"/api/v1/{name}": {"post": _operation(*facts)} for name, facts in ENDPOINTS.items()},
            **{
                f"/api/v1/{name}": {"get": {"summary": summary, "responses": _answers(answered)}}
                for name, (summary, answered) in OPEN.items()
            },
        },
        "components": {
            "schemas": components,
            "securitySchemes": {
                name: {"type": "apiKey", "in": "header", "name": "Authorization"} for name in ("device", "station")
            },
        },
    }


def _operation(summary: str, asked: type, answered: type, key: str) -> dict[str, Any]:
    return {
        "summary": summary,
        "security": [{key: []}] if key else [],
        "requestBody": {"required": True, "content": _content(asked)},
        "responses": _answers(answered),
    }


def _answers(kind: type) -> dict[str, Any]:
    statuses = sorted({problem.status for problem in PROBLEMS.values()})
    problems = {
        str(status): {"description": ", ".join(code for code, one in PROBLEMS.items() if one.status == status)}
        for status in statuses
    }
    return {"200": {"description": "Answered", "content": _content(kind)}, **problems}


def _content(kind: type) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{kind.__name__}"}}}
