"""Lets phones agree in a data folder that other processes use: python -m …agreeing '[device, endpoint, key, auth]' …"""

import json
import os
import sys
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beredd.config.settings")
django.setup()

from beredd.notices.models import Phone  # noqa: E402
from beredd.people.actions import enrol_device  # noqa: E402
from beredd.people.factories import MONDAY, town  # noqa: E402

place = town()
for one in sys.argv[1:]:
    device, endpoint, key, auth = json.loads(one)
    enrol_device(id=UUID(device), name="T", public_key=b"x" * 65, token_hash="", by=place.access(place.bo), at=MONDAY)
    Phone.objects.create(device=device, user=place.bo, endpoint=endpoint, key=key, auth=auth, at=MONDAY)
