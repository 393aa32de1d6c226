"""A document before it has become a sheet: what it says, and what is needed to know it again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from beredd.paper.rules.layout import Page


class Kind(StrEnum):
    """The name of the template."""

    AS_NEEDED = "as_needed"
    BLANK_LIST = "blank_list"
    BLANK_PROGRAMME = "blank_programme"
    CARD = "card"
    CLARIFICATION = "clarification"
    CONTENTS = "contents"
    COVER = "cover"
    POSTER = "poster"
    PRESCRIPTION = "prescription"
    PROGRAMME = "programme"
    REPORT = "report"
    ROUTINE = "routine"
    SIGNING_LIST = "signing_list"


class Standing(StrEnum):
    ORIGINAL = "original"  # part of the patient's record: comes back
    COPY = "copy"  # destroyed when replaced


@dataclass(frozen=True, slots=True)
class Draft:
    """`key` says for whom and what: a later sheet of the same kind and key replaces this one. `body` is what it says;
    `passing` what is said besides and changes by the hour, so that it makes no new version."""

    kind: Kind
    key: str
    standing: Standing
    title: str
    body: Mapping[str, Any]
    patient: UUID | None = None
    unit: UUID | None = None
    return_to: str = ""
    valid_until: date | None = None
    page: Page | None = None
    codes: int = 1
    pictures: Mapping[str, str] = field(default_factory=dict)  # name → SVG
    stored: Mapping[str, UUID] = field(default_factory=dict)  # name → what stays in the database until then
    passing: Mapping[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The same as long as it says the same."""
        said = json.dumps([self.title, self.body], sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(said.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A draft that has got a sheet's number. `replaces`: the sheet that it takes the place of, if any."""

    draft: Draft
    id: str
    replaces: str | None = None
