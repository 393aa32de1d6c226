"""A phone asks whether it is told, wants to be, and no longer does; what cannot be is answered with what to do."""

from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from beredd.notices.factories import BOOK, book
from beredd.notices.models import Phone as Told
from beredd.notices.tests.browser import Browser
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town
from beredd.sync.enrol import enrol
from beredd.sync.factories import Phone

CHANNEL = '[channel.push]\nkind = "webpush"\ncontact = "mailto:it@example.se"\n'
NOW = time_machine.travel(MONDAY, tick=False)


@pytest.fixture
def place(db: None, settings: Any, tmp_path: Path) -> Town:
    settings.DATA = tmp_path
    book(BOOK + CHANNEL)
    return town()


@pytest.fixture
def phone(place: Town) -> Phone:
    phone = Phone()
    return phone.enrolled(enrol(user=place.bo, device_name="Telefon", device_key=phone.point, at=MONDAY))


@NOW
def ask(phone: Phone, **more: Any) -> tuple[int, Any]:
    answer = Client().post(
        "/api/v1/notices",
        {"protocol": 1, **more},
        content_type="application/json",
        headers={"Authorization": phone.authorization},
    )
    said = answer.json()
    return answer.status_code, said.get("problem", {}).get("code") or said["told"]


def address(endpoint: str = "https://fcm.googleapis.com/fcm/send/x") -> dict[str, str]:
    said = Browser(endpoint).subscription
    return {"endpoint": said.endpoint, "key": said.key, "auth": said.auth}


def test_it_asks_agrees_and_says_no_again(phone: Phone) -> None:
    assert ask(phone) == (200, False)
    assert ask(phone, wanted=True, address=address()) == (200, True)
    assert ask(phone) == (200, True)
    assert ask(phone, wanted=False) == (200, False)
    assert not Told.objects.exists()


def test_what_cannot_be_is_answered_with_a_code(phone: Phone) -> None:
    assert ask(phone, wanted=True) == (422, "wrong_shape")
    assert ask(phone, wanted=True, address=address("https://192.168.1.1/x")) == (422, "push_subscription")
    assert ask(phone, wanted=True, address=address("https://localhost/x")) == (422, "push_subscription")
    book(BOOK)
    assert ask(phone, wanted=True, address=address()) == (404, "phones_not_told")
    assert not Told.objects.exists()


def test_a_revoked_phone_may_only_say_no(place: Town, phone: Phone) -> None:
    ask(phone, wanted=True, address=address())
    device = Told.objects.get().device
    people.revoke_device(device=device, by=place.access(place.bo), at=MONDAY)
    assert ask(phone) == (403, "device_revoked")
    assert ask(phone, wanted=False) == (200, False)
    assert not Told.objects.exists()
