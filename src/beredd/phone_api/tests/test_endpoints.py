"""What every endpoint answers: the right status, a stable code, a Swedish sentence and a next step."""

import json
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.db import OperationalError
from django.test import Client

from beredd.care.factories import patient, prescription
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM
from beredd.phone_api.turns import Turns
from beredd.routine.factories import shelf
from beredd.sync.enrol import enrol
from beredd.sync.factories import Phone

pytestmark = pytest.mark.django_db
PASSWORD = "hemlig-nog-2026"
SIGNED_IN = ["intake", "sealed", "feed", "documents", "notices"]


@pytest.fixture
def place() -> Town:
    place = town()
    encoded = make_password(PASSWORD)
    for user in (place.bo, place.mas):
        people.set_password(user=user, encoded=encoded, by=SYSTEM, at=MONDAY)
    return place


@pytest.fixture
def phone(place: Town) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=place.bo, device_name="Telefon", device_key=phone.point, at=MONDAY))


def post(client: Client, name: str, body: Any, *, authorization: str = "", kind: str = "application/json") -> Any:
    data = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return client.post(f"/api/v1/{name}", data, content_type=kind, headers={"Authorization": authorization})


def asked(phone: Phone, **more: Any) -> dict[str, Any]:
    return {
        "protocol": 1,
        "username": "bo",
        "password": PASSWORD,
        "device_name": "Telefon 3",
        "device_key": phone.point,
        **more,
    }


def code(answer: Any) -> str:
    problem = answer.json()["problem"]
    assert problem["title"].endswith(".")
    assert problem["next"].endswith(".")
    return str(problem["code"])


def test_a_phone_is_let_in_signs_and_is_answered(client: Client, place: Town) -> None:
    greta = patient(place)
    ordination = prescription(place, greta)
    new = Phone()
    answer = post(client, "enrol", asked(new, username=" Bo "))
    assert answer.status_code == 200
    told = answer.json()
    assert told["user"]["name"] == "Bo Lind"
    new.device, new.token, new.user = told["device"], told["token"], told["user"]["id"]
    wire = new.sign(patient=greta, prescription=ordination, slot="2026-11-23T10:00", at=MONDAY).wire
    answer = post(client, "intake", {"protocol": 1, "events": [wire]}, authorization=new.authorization)
    assert [one["answer"] for one in answer.json()["answers"]] == ["taken"]
    answer = post(client, "feed", {"protocol": 1, "epoch": told["epoch"]}, authorization=new.authorization)
    (document,) = [doc for doc in answer.json()["docs"] if doc["k"] == "patient"]
    assert [one["initials"] for one in document["body"]["signatures"]] == ["BL"]


def test_a_wrong_password_and_an_unknown_name_look_alike(client: Client, place: Town) -> None:
    for wrong in ({"password": "x"}, {"username": "nobody"}, {"username": "cilla"}):
        answer = post(client, "enrol", asked(Phone(), **wrong))
        assert (answer.status_code, code(answer)) == (401, "wrong_password")


def test_guessing_locks_the_name_for_a_while(client: Client, place: Town) -> None:
    for _ in range(5):
        answer = post(client, "enrol", asked(Phone(), password="x"))
    assert (answer.status_code, code(answer)) == (429, "locked_out")
    assert post(client, "enrol", asked(Phone())).status_code == 429


def test_who_may_not_sign_gets_no_phone(client: Client, place: Town) -> None:
    answer = post(client, "enrol", asked(Phone(), username="maria"))
    assert (answer.status_code, code(answer)) == (403, "no_right_to_sign")


def test_a_key_that_is_none_is_refused(client: Client, place: Town) -> None:
    answer = post(client, "enrol", asked(Phone(), device_key="AAAA"))
    assert (answer.status_code, code(answer)) == (422, "device_key")


@pytest.mark.parametrize("name", SIGNED_IN)
@pytest.mark.parametrize("authorization", ["", "Device", "Device x.y", "Bearer abc", "Device \x7f"])
def test_who_we_do_not_know_gets_no_further(client: Client, name: str, authorization: str) -> None:
    body = {"protocol": 1, "events": [], "boxes": [], "ids": []}
    answer = post(client, name, body, authorization=authorization)
    assert (answer.status_code, code(answer)) == (401, "not_signed_in")


def test_another_phones_token_does_not_fit(client: Client, phone: Phone, place: Town) -> None:
    other = Phone()
    other.enrolled(enrol(user=place.alva, device_name="Annan", device_key=other.point, at=MONDAY))
    answer = post(client, "feed", {"protocol": 1}, authorization=f"Device {phone.device}.{other.token}")
    assert answer.status_code == 401


@pytest.mark.parametrize("name", ["enrol", *SIGNED_IN])
@pytest.mark.parametrize(
    ("body", "kind", "status", "problem"),
    [
        ("{", "application/json", 400, "not_json"),
        (b"\xff\xfe", "application/json", 400, "not_json"),
        ("[" * 5000, "application/json", 400, "not_json"),
        ("[]", "application/json", 422, "wrong_shape"),
        ("{}", "application/json", 422, "wrong_shape"),
        ("{}", "text/plain", 415, "wrong_type"),
    ],
)
def test_bad_input_has_its_own_status(
    client: Client, phone: Phone, name: str, body: Any, kind: str, status: int, problem: str
) -> None:
    answer = post(client, name, body, authorization=phone.authorization, kind=kind)
    assert answer.status_code in ({status, 422} if body == "[" * 5000 else {status})
    assert code(answer) in {problem, "wrong_shape"}


@pytest.mark.parametrize("name", ["enrol", *SIGNED_IN])
def test_only_posts_are_answered(client: Client, name: str) -> None:
    answer = client.get(f"/api/v1/{name}")
    assert (answer.status_code, code(answer)) == (405, "wrong_method")


def test_an_app_of_another_age_is_told_so(client: Client, phone: Phone) -> None:
    answer = post(client, "intake", {"protocol": 2, "events": []}, authorization=phone.authorization)
    assert (answer.status_code, code(answer)) == (409, "old_protocol")


def test_too_large_is_refused_before_it_is_read(client: Client, phone: Phone) -> None:
    answer = client.post(
        "/api/v1/intake",
        "{}",
        content_type="application/json",
        headers={"Authorization": phone.authorization, "Content-Length": str(9 * 1024 * 1024)},
    )
    assert (answer.status_code, code(answer)) == (413, "too_large")


def test_too_large_is_what_django_finds_too_large(client: Client, phone: Phone, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    body = {"protocol": 1, "events": ["x" * 200]}
    assert post(client, "intake", body, authorization=phone.authorization).status_code == 413


def test_a_name_with_odd_signs_is_only_an_unknown_one(client: Client, place: Town) -> None:
    answer = post(client, "enrol", asked(Phone(), username="b\x00o"))
    assert (answer.status_code, code(answer)) == (422, "wrong_shape")
    answer = post(client, "enrol", asked(Phone(), username="\u202e\U0001f600'"))
    assert (answer.status_code, code(answer)) == (401, "wrong_password")


@pytest.mark.parametrize(
    ("fault", "status", "problem"), [(OperationalError, 503, "database"), (ZeroDivisionError, 500, "fault")]
)
def test_whatever_happens_here_the_phone_is_answered_in_its_own_form_and_no_words_of_it_are_logged(
    client: Client, phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: Any, fault: Any, status: int, problem: str
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise fault("Failing row contains (Greta Holm)")

    monkeypatch.setattr("beredd.phone_api.views.taking.intake", fail)
    answer = post(client, "intake", {"protocol": 1, "events": []}, authorization=phone.authorization)
    assert (answer.status_code, code(answer)) == (status, problem)
    assert fault.__name__ in caplog.text
    assert "Greta" not in caplog.text


def test_too_many_events_at_once_are_refused_whole(client: Client, phone: Phone) -> None:
    body = {"protocol": 1, "events": [{}] * 201}
    assert post(client, "intake", body, authorization=phone.authorization).status_code == 422


def test_a_revoked_phone_may_send_and_not_ask(client: Client, phone: Phone, place: Town) -> None:
    people.revoke_device(device=phone.device, by=place.access(place.bo), at=MONDAY)
    assert post(client, "intake", {"protocol": 1, "events": []}, authorization=phone.authorization).status_code == 200
    for name, body in (("feed", {"protocol": 1}), ("documents", {"ids": []})):
        answer = post(client, name, body, authorization=phone.authorization)
        assert (answer.status_code, code(answer)) == (403, "device_revoked")


def test_an_address_that_is_none_is_answered_in_the_same_form(client: Client) -> None:
    answer = client.get("/api/v1/nothing")
    assert (answer.status_code, code(answer)) == (404, "not_found")


def test_the_apps_files_do_not_vary_so_that_they_are_found_again_without_network(client: Client) -> None:
    answer = client.get("/app/", headers={"Accept-Language": "en"})
    assert "Vary" not in answer.headers
    answer.close()


@pytest.mark.parametrize("name", ["hello", "openapi.json"])
def test_what_anybody_may_ask_is_only_asked(client: Client, name: str) -> None:
    answer = client.delete(f"/api/v1/{name}")
    assert (answer.status_code, code(answer)) == (405, "wrong_method")


@pytest.mark.parametrize("name", ["feed", "documents"])
def test_when_many_ask_at_the_same_time_some_come_back_later(
    client: Client, phone: Phone, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("beredd.phone_api.views._turns", Turns(at_once=0, waiting=0, patience=0))
    answer = post(client, name, {"protocol": 1, "ids": []}, authorization=phone.authorization)
    assert (answer.status_code, code(answer)) == (503, "busy")
    assert 3 <= int(answer["Retry-After"]) <= 20


def test_a_turn_ends_also_when_it_ends_badly() -> None:
    turns = Turns(at_once=1, waiting=0, patience=0)
    with turns.turn() as first, turns.turn() as second:
        assert (first, second) == (True, False)
    with pytest.raises(ValueError), turns.turn():
        raise ValueError
    with turns.turn() as now:
        assert now


def test_who_waits_for_a_turn_gives_up_in_time() -> None:
    turns = Turns(at_once=1, waiting=1, patience=0)
    with turns.turn(), turns.turn() as second, turns.turn() as third:
        assert (second, third) == (False, False)


def test_hello_needs_no_sign_in(client: Client) -> None:
    assert client.get("/api/v1/hello").json()["protocol"] == 1


def test_answers_are_kept_by_nobody_on_the_way(client: Client, phone: Phone) -> None:
    answer = post(client, "feed", {"protocol": 1}, authorization=phone.authorization)
    assert answer["Cache-Control"] == "no-store"


def test_the_description_names_every_endpoint_and_every_schema_it_uses(client: Client) -> None:
    told = client.get("/api/v1/openapi.json").json()
    names = "enrol intake sealed feed documents notices observed hello routines status"
    assert set(told["paths"]) == {f"/api/v1/{name}" for name in names.split()}
    references = {ref.rsplit("/", 1)[1] for ref in _references(told)}
    assert references <= set(told["components"]["schemas"])


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [ref for one in part.values() for ref in _references(one)]
    return [ref for one in part for ref in _references(one)] if isinstance(part, list) else []


def test_the_routines_in_force_are_for_everybody(client: Client) -> None:
    assert client.get("/api/v1/routines").json() == {"routines": []}
    shelf()
    (told,) = client.get("/api/v1/routines").json()["routines"]
    assert told["routine"]["version"] == 1
    assert told["routine"]["situations"][0]["items"]
    assert told["days"]["first"] < told["days"]["last"]
