"""What a launch from Appva MCSS into ExorLive needs of a user, and what of it is known here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from beredd.i18n.mark import N_

HOLDS_FOR = timedelta(hours=24)  # accounts change: an older answer says nothing about today


class Need(StrEnum):
    """In the order in which they are looked at."""

    ACCOUNT = "account"
    WORKS = "works"
    SIGNS = "signs"
    KNOWN_BY = "known_by"
    APPVA = "appva"
    EXORLIVE = "exorlive"


@dataclass(frozen=True, slots=True)
class NeedFacts:
    """`met` and `lacking` as sentences to the helpdesk; `said`: the lack as the performer reads it."""

    title: str
    lacking: str
    said: str


NEEDS: dict[Need, NeedFacts] = {
    Need.ACCOUNT: NeedFacts(
        N_("The account is open"),
        N_("The account is closed. Open it again, or ask the manager whether the person still works here."),
        N_("your account is closed"),
    ),
    Need.WORKS: NeedFacts(
        N_("Works in a care unit today"),
        N_("No care unit today. The manager adds the unit where the person works."),
        N_("you are not registered in any care unit today"),
    ),
    Need.SIGNS: NeedFacts(
        N_("Has a role that signs"),
        N_("The role does not sign. The manager changes the role."),
        N_("your role does not include signing"),
    ),
    Need.KNOWN_BY: NeedFacts(
        N_("Has an e-mail address or HSA-id that ExorLive knows the user by"),
        N_("Neither e-mail address nor HSA-id is registered. Add one: the launch says by it who comes."),
        N_("your e-mail address or HSA-id is missing"),
    ),
    Need.APPVA: NeedFacts(
        N_("Has an account in Appva MCSS, in the same unit"),
        N_("Lacks an account in Appva MCSS, or has it in another unit."),
        N_("your account in Appva MCSS is missing or is in another unit"),
    ),
    Need.EXORLIVE: NeedFacts(
        N_("Has an account in ExorLive that may sign in"),
        N_("Lacks an account in ExorLive, or it may not sign in."),
        N_("your account in ExorLive is missing or may not sign in"),
    ),
}


@dataclass(frozen=True, slots=True)
class UserFacts:
    """What is known here of a user on a day."""

    active: bool
    works_in_care: bool
    signs: bool
    has_email_or_hsa_id: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """`met`: None when it cannot be seen here, and must be looked up in that system."""

    need: Need
    met: bool | None


def look(facts: UserFacts) -> tuple[Looked, ...]:
    """Each need, in order."""
    seen = {
        Need.ACCOUNT: facts.active,
        Need.WORKS: facts.works_in_care,
        Need.SIGNS: facts.signs,
        Need.KNOWN_BY: facts.has_email_or_hsa_id,
    }
    return tuple(Looked(need, seen.get(need)) for need in Need)


def lacking(looked: Iterable[Looked]) -> tuple[Need, ...]:
    """What is known to be missing."""
    return tuple(one.need for one in looked if one.met is False)
