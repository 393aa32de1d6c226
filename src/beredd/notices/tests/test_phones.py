"""Phones that agree to be told: what is sent, to whom, where it may go, and that they are forgotten when they go."""

import json
import stat
import subprocess
import sys
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from beredd.ledger import queries as ledger
from beredd.notices import actions, queries
from beredd.notices.channels import channel
from beredd.notices.channels.parcel import NotSent, Parcel
from beredd.notices.factories import BOOK, book
from beredd.notices.models import Notice, Phone
from beredd.notices.rules.push import SERVICES, Subscription, is_served, payload
from beredd.notices.tests import servers
from beredd.notices.tests.browser import Browser
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, user
from beredd.people.rules.access import SYSTEM, Refused
from beredd.people.rules.roles import Role

PUSH = """
[channel.push]
kind = "webpush"
contact = "mailto:it@example.se"
[[recipient]]
key = "phones"
name = "Enhetens telefoner"
roles = ["performer", "unit_manager"]
reach = ["push"]
[[recipient]]
key = "managers"
name = "Berörda enhetschefer"
roles = ["unit_manager", "medically_responsible"]
reach = ["sms", "mail"]
[[group]]
key = "phones"
title = "Telefoner"
hears = ["incident_confirmed"]
step = [{ after_minutes = 0, recipients = ["phones"] }]
[[group]]
key = "managers"
title = "Chefer"
hears = ["incident_long"]
step = [{ after_minutes = 0, recipients = ["managers", "noor"] }]
"""
LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def town(place: Town) -> Town:
    book(BOOK + PUSH)
    return place


def device_of(user: UUID, *, by: Any) -> UUID:
    id = uuid4()
    people.enrol_device(id=id, name="Telefon 3", public_key=b"x" * 65, token_hash="0" * 64, by=by, at=MONDAY)
    return id


def agreed(town: Town, user: UUID, endpoint: str = "", minutes: int = 0) -> tuple[UUID, Browser]:
    by, browser = town.access(user), Browser(endpoint or f"https://fcm.googleapis.com/fcm/send/{uuid4()}")
    device = device_of(user, by=by)
    at = MONDAY + timedelta(minutes=minutes)
    actions.agree(device=device, subscription=browser.subscription, by=by, at=at)
    return device, browser


def told(template: str, *units: UUID) -> list[tuple[str, str, str]]:
    params = {"system": "Appva", "units": "Norr"}
    ids = actions.tell(template, params=params, about=("incident", uuid4()), units=units, by=SYSTEM, at=LATER)
    rows = Notice.objects.filter(telling__in=ids, telling__group__in=["phones", "managers"])
    return sorted(rows.values_list("name", "channel", "address"))


class TestAgreeing:
    def test_it_is_kept_recorded_and_a_first_notice_is_on_its_way(self, town: Town) -> None:
        held = ledger.head().position
        device, browser = agreed(town, town.bo)
        assert Phone.objects.get().endpoint == browser.subscription.endpoint
        events = ledger.events_since(held)
        assert [(one.kind, one.by) for one in events][1:] == [("phone.agreed", str(town.bo))]
        assert list(Notice.objects.values_list("channel", "address")) == [("push", str(device))]
        assert browser.subscription.endpoint not in json.dumps([one.body for one in events])

    def test_nothing_is_left_half_done_when_it_cannot_be_recorded(
        self, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        device, _ = agreed(town, town.bo)

        def full(*_entries: object, **_more: object) -> None:
            raise OSError("the disk is full")

        monkeypatch.setattr("beredd.notices.actions.phones.append", full)
        by, notices = town.access(town.bo), Notice.objects.count()
        with pytest.raises(OSError, match="full"):
            actions.agree(
                device=device, subscription=Browser("https://a.push.apple.com/2").subscription, by=by, at=LATER
            )
        with pytest.raises(OSError, match="full"):
            actions.decline(device=device, by=by, at=LATER)
        assert (Phone.objects.get().at, Notice.objects.count()) == (MONDAY, notices)

    def test_anothers_phone_and_a_revoked_one_are_refused(self, town: Town) -> None:
        device, browser = agreed(town, town.bo)
        cilla, bo = town.access(town.cilla), town.access(town.bo)
        with pytest.raises(Refused) as fault:
            actions.agree(device=device, subscription=browser.subscription, by=cilla, at=LATER)
        assert fault.value.code == "not_your_phone"
        with pytest.raises(Refused) as fault:
            actions.decline(device=device, by=cilla, at=LATER)
        assert fault.value.code == "not_your_phone"
        people.revoke_device(device=device, by=bo, at=LATER)
        with pytest.raises(Refused):
            actions.agree(device=device, subscription=browser.subscription, by=bo, at=LATER)
        assert told("incident_confirmed", town.north) == []

    def test_it_says_no_again_for_everybody_on_the_same_phone(self, town: Town) -> None:
        device, browser = agreed(town, town.bo)
        agreed(town, town.cilla, browser.subscription.endpoint)
        held = ledger.head().position
        actions.decline(device=device, by=town.access(town.bo), at=LATER)
        actions.decline(device=device, by=town.access(town.bo), at=LATER)
        assert not Phone.objects.exists()
        assert [one.kind for one in ledger.events_since(held)] == ["phone.declined"]

    @pytest.mark.parametrize(
        "spoilt",
        [
            {"endpoint": "https://10.0.0.1/x"},
            {"endpoint": "http://fcm.googleapis.com/x"},
            {"endpoint": "https://fcm.googleapis.com.example.se/x"},
            {"key": "AAAA"},
            {"auth": "AAAA"},
        ],
    )
    def test_a_stranger_service_and_keys_that_are_none_are_refused(self, town: Town, spoilt: dict[str, str]) -> None:
        sound = Browser("https://fcm.googleapis.com/x").subscription
        said = {"endpoint": sound.endpoint, "key": sound.key, "auth": sound.auth, **spoilt}
        by = town.access(town.bo)
        device = device_of(town.bo, by=by)
        with pytest.raises(Refused) as refused:
            actions.agree(device=device, subscription=Subscription(**said), by=by, at=LATER)
        assert refused.value.code == "push_subscription"
        assert not Phone.objects.exists()

    def test_where_no_phones_are_told_none_can_agree(self, place: Town) -> None:
        assert queries.push_key() == ""
        with pytest.raises(Refused) as refused:
            agreed(place, place.bo)
        assert refused.value.code == "phones_not_told"


class TestWho:
    def test_the_phones_of_those_who_work_in_the_units_concerned(self, town: Town) -> None:
        first, _ = agreed(town, town.bo)
        agreed(town, town.cilla)
        assert told("incident_confirmed", town.north) == [("Bo Lind", "push", str(first))]
        second, _ = agreed(town, town.bo)
        rows = told("incident_confirmed", town.north)
        assert {row[2] for row in rows} == {str(first), str(second)}
        assert len(told("incident_confirmed", town.north, town.south)) == 3

    def test_who_share_a_phone_are_told_once_on_it(self, town: Town) -> None:
        shared = "https://fcm.googleapis.com/fcm/send/shared"
        agreed(town, town.bo, shared)
        mine, _ = agreed(town, town.manager, shared, minutes=1)
        assert told("incident_confirmed", town.north) == [("Disa Alm", "push", str(mine))]
        again, _ = agreed(town, town.manager, shared, minutes=2)  # signed in anew
        assert told("incident_confirmed", town.north) == [("Disa Alm", "push", str(again))]

    def test_who_agrees_later_is_not_told_of_what_was(self, town: Town) -> None:
        told("incident_confirmed", town.north)
        device = device_of(town.bo, by=town.access(town.bo))
        late = LATER + timedelta(minutes=5)
        browser = Browser("https://fcm.googleapis.com/x")
        actions.agree(device=device, subscription=browser.subscription, by=town.access(town.bo), at=late)
        before = Notice.objects.filter(channel="push").count()
        actions.queue_due(at=late)
        assert Notice.objects.filter(channel="push").count() == before

    def test_managers_at_their_own_number_and_address(self, town: Town) -> None:
        id = user("eva", "Eva Gran", Role.UNIT_MANAGER, "south")
        people.put_user(
            id=id, key="eva", username="eva", name="Eva Gran", phone="070-174 06 05", email="eva@example.se",
            by=SYSTEM, at=MONDAY,
        )  # fmt: skip
        mas = {"key": "maria", "username": "maria", "name": "Maria Stål", "email": "mas@example.se"}
        people.put_user(id=town.mas, by=SYSTEM, at=MONDAY, **mas)
        noor = ("Noor Ali", "sms", "+46701740603")
        anywhere = ("Maria Stål", "mail", "mas@example.se")
        assert told("incident_long", town.south) == [("Eva Gran", "sms", "+46701740605"), anywhere, noor]
        assert told("incident_long", town.north) == [anywhere, noor]  # Disa has neither number nor address

    @pytest.mark.parametrize(
        ("spoilt", "said"),
        [
            ('roles = ["boss"]\nreach = ["sms"]', "no role is called boss"),
            ('roles = ["nurse"]\nreach = { sms = "1" }', "reach is a list"),
            ('reach = ["sms"]', "reach is a list"),
            ('roles = ["nurse"]\nreach = ["teams"]', "address of their own"),
        ],
    )
    def test_a_file_that_says_it_wrongly_is_refused_in_words(self, place: Town, spoilt: str, said: str) -> None:
        teams = '[channel.teams]\nkind = "webhook"\n'
        book(f'{BOOK}{teams}[[recipient]]\nkey = "x"\nname = "X"\n{spoilt}\n')
        with pytest.raises(Refused) as refused:
            queries.push_key()
        assert said in str(refused.value.params["what"])


class Service:
    """A push service in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "came.jsonl"
        command = [sys.executable, servers.__file__, "web", "0", str(self.file)]
        self.running = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
        assert self.running.stdout
        self.origin = f"http://127.0.0.1:{self.running.stdout.readline().split()[1]}"

    def came(self) -> list[dict[str, str]]:
        return [json.loads(line) for line in self.file.read_text().splitlines()]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = Service(tmp_path)
    yield made
    made.running.kill()
    made.running.communicate()


def sent(town: Town, service: Service, endpoint: str, *, services: list[str] | None = None) -> tuple[UUID, Browser]:
    allowed = [service.origin]
    book(BOOK + PUSH.replace("[[recipient]]", f"services = {json.dumps(allowed)}\n[[recipient]]", 1))
    device, browser = agreed(town, town.bo, endpoint)
    facts = {"kind": "webpush", "contact": "mailto:it@example.se", "services": services or allowed}
    parcel = Parcel(UUID(int=7), str(device), "Störning: Appva", "Åk hem. Följ rutinen.", MONDAY)
    try:
        channel("push", facts).send(parcel, lambda: None)
    finally:
        assert stat.S_IMODE((Path(settings.DATA) / "keys" / "vapid.key").stat().st_mode) == 0o600
    return device, browser


class TestSending:
    def test_only_the_phone_reads_it_and_the_service_knows_who_sent(self, town: Town, service: Service) -> None:
        _, browser = sent(town, service, f"{service.origin}/push/bo")
        (came,) = service.came()
        content = b64decode(came["content"])
        assert "Störning".encode() not in content
        assert browser.read(content) == {
            "title": "Störning: Appva",
            "text": "Åk hem. Följ rutinen.",
            "tag": UUID(int=7).hex,
        }
        with pytest.raises(http_ece.ECEException):
            Browser("https://a.push.apple.com/x").read(content)
        assert (came["Topic"], came["TTL"]) == (UUID(int=7).hex, "43200")
        scheme, token, key = came["Authorization"].replace("t=", "").replace("k=", "").replace(",", " ").split()
        assert (scheme, key) == ("vapid", queries.push_key())
        claims = json.loads(_plain(token.split(".")[1]))
        assert (claims["aud"], claims["sub"]) == (service.origin, "mailto:it@example.se")
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _plain(key))

    def test_a_phone_that_is_gone_is_forgotten(self, town: Town, service: Service) -> None:
        with pytest.raises(NotSent) as fault:
            sent(town, service, f"{service.origin}/push/gone")
        assert not fault.value.again
        assert not Phone.objects.exists()
        last = ledger.events_since(ledger.head().position - 1)[-1]
        assert last.kind == "phone.gone"

    def test_nothing_goes_to_a_service_that_is_no_longer_allowed(self, town: Town, service: Service) -> None:
        with pytest.raises(NotSent):
            sent(town, service, f"{service.origin}/push/bo", services=list(SERVICES))
        assert not service.file.exists()


def _plain(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@pytest.mark.parametrize(
    ("endpoint", "served"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/x", True),
        ("https://web.push.apple.com/x", True),
        ("https://wns2-par02p.notify.windows.com/w/?token=x", True),
        ("https://fcm.googleapis.com:443/x", True),
        ("https://fcm.googleapis.com:8443/x", False),
        ("https://user@fcm.googleapis.com/x", False),
        ("https://fcm.googleapis.com@10.0.0.1/x", False),
        ("https://push.apple.com.example.se/x", False),
        ("https://xnotify.windows.com/x", False),
        ("https://[::1]/x", False),
        ("https://[", False),
        ("ftp://fcm.googleapis.com/x", False),
        ("", False),
    ],
)
def test_where_a_notice_may_go(endpoint: str, served: bool) -> None:
    assert is_served(endpoint) is served


@given(st.text())
def test_whatever_an_address_is_it_is_judged(endpoint: str) -> None:
    assert not is_served(endpoint) or endpoint.startswith("https://")


@given(st.text(max_size=200), st.text())
def test_what_is_sent_always_fits(subject: str, text: str) -> None:
    assert len(payload(subject=subject, text=text, tag="0" * 32)) <= 3993
