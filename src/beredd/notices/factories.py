"""A municipality that tells two groups: one that must answer, one that only hears."""

from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from beredd.notices import actions
from beredd.people.factories import MONDAY
from beredd.people.rules.access import SYSTEM

BOOK = """
office = "https://beredd.example.se"
[channel.mail]
kind = "mail"
host = "127.0.0.1"
port = 9
tls = "none"
from = "beredd@example.se"
[channel.sms]
kind = "46elks"
address = "http://127.0.0.1:9/a1/sms"
user = "u"
from = "Beredd"
[[recipient]]
key = "disa"
name = "Disa Alm"
phone = "070-174 06 01"
reach = { sms = "+46701740601", mail = "disa@example.se" }
[[recipient]]
key = "maria"
name = "Maria Stål"
phone = "070-174 06 02"
reach = { mail = "maria@example.se" }
[[recipient]]
key = "noor"
name = "Noor Ali"
reach = { sms = "+46701740603" }
[[group]]
key = "duty"
title = "Beredskap"
unit = "north"
hears = ["incident_confirmed", "incident_long"]
answers = true
every_minutes = 10
step = [{ after_minutes = 0, recipients = ["disa"] }, { after_minutes = 20, recipients = ["maria"] }]
[[group]]
key = "hear"
title = "Berörda"
hears = ["incident_long"]
step = [{ after_minutes = 0, recipients = ["maria"] }]
"""


def book(text: str = BOOK) -> Path:
    """Puts the file into the data folder; whoever asks takes it away."""
    file = Path(settings.DATA) / "notices.toml"
    file.write_text(text, encoding="utf-8")
    return file


def told(template: str = "incident_confirmed", *, unit: UUID) -> UUID:
    """ExorLive does not work in the unit; the first telling of it."""
    params = {"system": "ExorLive", "units": "Hemtjänst Norr"}
    return actions.tell(template, params=params, about=("incident", uuid4()), units=[unit], by=SYSTEM, at=MONDAY)[0]
