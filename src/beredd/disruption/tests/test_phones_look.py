"""What phones are asked to try, and what becomes of what they saw."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from beredd.disruption import actions, queries
from beredd.disruption.actions import SERVER
from beredd.disruption.landscape_file import plan_of
from beredd.disruption.models import Observation
from beredd.disruption.plan import plan_file
from beredd.disruption.probes.tried import Seen, Tried
from beredd.disruption.rules.observed import Result
from beredd.ledger import queries as ledger
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.roles import Role
from beredd.sync.enrol import Caller, caller_of, enrol
from beredd.sync.factories import Phone
from beredd.sync.intake import intake

MINUTE = timedelta(minutes=1)
ICON = "https://exorlive.example/favicon.ico"


@pytest.fixture
def own(settings: Any, tmp_path: Path) -> Path:
    """The municipality's own file, here the one that comes with Beredd."""
    shipped = plan_file().read_text(encoding="utf-8")
    settings.DATA = tmp_path
    file = tmp_path / "probes.toml"
    file.write_text(shipped, encoding="utf-8")
    return file


def looks() -> Any:
    return Client().get("/api/v1/status").json()["look"]


def reachable() -> list[str]:
    """Of the app's own page."""
    page = Client().get("/app/")
    assert page.getvalue()
    policy = page.headers["Content-Security-Policy"]
    return next(part.split()[1:] for part in policy.split("; ") if part.startswith("connect-src"))


@pytest.mark.django_db
def test_phones_are_asked_to_try_what_is_named_for_them_and_may_reach_that_alone(own: Path) -> None:
    asked = looks()
    assert (asked["every_seconds"], asked["slow_seconds"], asked["timeout_seconds"]) == (300, 4, 10)
    assert asked["targets"]["exorlive.app"] == [ICON] and "combine" not in asked["targets"]
    named = [address for those in asked["targets"].values() for address in those]
    assert reachable() == ["'self'", *named]


@pytest.mark.django_db
def test_without_a_file_of_their_own_or_with_a_faulty_one_phones_try_nothing(own: Path) -> None:
    own.write_text("every_seconds = ", encoding="utf-8")
    assert reachable() == ["'self'"]
    own.unlink()
    assert looks() is None and reachable() == ["'self'"]


@pytest.mark.parametrize(
    "address",
    [
        "http://exorlive.example/",
        "https://exorlive.example/?a=1",
        "https://exorlive.example/; script-src *",
        "https://*.example/",
        "https://a@exorlive.example/",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_says_more_than_it_should_is_refused(address: str) -> None:
    told = {"every_seconds": 60, "timeout_seconds": 5, "slow_seconds": 5, "certificate_days": 90, "titles": {}}
    target = {"key": "a", "kind": "told", "phones": [address]}
    with pytest.raises(ValueError, match="phones cannot try"):
        plan_of({**told, "target": [target]})
    with pytest.raises(ValueError, match="phones_every_seconds is less than 60"):
        plan_of({**told, "phones_every_seconds": 10, "target": []})


@pytest.fixture
def place(db: None) -> Town:
    return town()


def phone_of(who: UUID) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=who, device_name="Telefon", device_key=phone.point, at=MONDAY))


def saw(place: Town, at: datetime, *, exorlive: str = "fails", **more: Any) -> dict[str, Any]:
    fault = "no_answer" if exorlive == "fails" else None
    found = {
        "link": {"result": "works", "fault": None, "seconds": None},
        "beredd": {"result": "works", "fault": None, "seconds": 0.2},
        "exorlive.app": {"result": exorlive, "fault": fault, "seconds": None},
    }
    return {"at": at.isoformat(), "unit": str(place.north), "link": "mobile", "found": found, **more}


def send(phone: Phone, at: datetime) -> list[tuple[str, list[str]]]:
    caller = caller_of(phone.authorization, at=at)
    assert isinstance(caller, Caller)
    reply = intake(phone.batch(), caller=caller, at=at)
    phone.heard(reply)
    return [(one.answer, list(one.why)) for one in reply.answers]


def tell(phone: Phone, body: dict[str, Any], at: datetime) -> list[tuple[str, list[str]]]:
    phone.tell("systems.observed", body, at=at)
    return send(phone, at)


def test_what_a_phone_saw_is_kept_as_seen_from_its_unit_and_is_in_the_ledger(place: Town) -> None:
    phone = phone_of(place.bo)
    assert tell(phone, saw(place, MONDAY, link="wireless"), MONDAY) == [("taken", [])]
    row = Observation.objects.get(target="exorlive.app")
    assert (row.vantage, row.place, row.link, row.unit) == (str(phone.device), "phone", "wireless", place.north)
    assert (row.result, row.fault, row.at) == ("fails", "no_answer", MONDAY)
    event = ledger.events_since(0)[-1]
    assert (event.kind, event.subject_kind, event.happened_at) == ("systems.observed", "device", MONDAY)


def test_phones_that_agree_raise_a_suspicion_and_the_ledger_goes_on(place: Town) -> None:
    people_here = [place.bo, place.alva, user("eva", "Eva Ro", Role.PERFORMER, "north")]
    phones = [phone_of(one) for one in people_here]
    for minute in (0, 5):
        at = MONDAY + minute * MINUTE
        actions.observe(SERVER, [Seen(at, {"link": Tried(Result.WORKS)})], at=at)
        for phone in phones:
            phone.tell("systems.observed", saw(place, at), at=at)
            assert tell(phone, saw(place, at - MINUTE), at) == [("taken", []), ("taken", [])]
    (row,) = queries.incidents(place.access(place.mas), open_only=True)
    assert row.system == "exorlive"


def test_it_is_not_counted_from_where_one_does_not_work_or_from_a_revoked_phone(place: Town) -> None:
    phone = phone_of(place.cilla)
    assert tell(phone, saw(place, MONDAY), MONDAY) == [("held", ["not_their_unit"])]
    own = phone_of(place.bo)
    people.revoke_device(device=own.device, by=place.access(place.manager), at=MONDAY)
    ((answer, why),) = tell(own, saw(place, MONDAY), MONDAY)
    assert answer == "held" and "maker" in why
    assert not Observation.objects.exists()


def test_a_form_that_says_more_than_it_can_know_is_refused(place: Town) -> None:
    phone = phone_of(place.bo)
    odd = saw(place, MONDAY, exorlive="perhaps")
    assert tell(phone, odd, MONDAY) == [("refused", ["body"])]
