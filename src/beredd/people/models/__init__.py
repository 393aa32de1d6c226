"""The tables of people, a file each."""

from beredd.people.models.access_log import AccessLog
from beredd.people.models.delegation import Delegation
from beredd.people.models.device import Device
from beredd.people.models.initials import Initials
from beredd.people.models.membership import Membership
from beredd.people.models.organisation import Organisation
from beredd.people.models.unit import Unit
from beredd.people.models.user import User

__all__ = ["AccessLog", "Delegation", "Device", "Initials", "Membership", "Organisation", "Unit", "User"]
