"""What can be done with people: the directory, delegations, devices, the access log."""

from beredd.people.actions.delegations import give_delegation, put_delegation, withdraw_delegation
from beredd.people.actions.devices import Contact, enrol_device, note_contacts, revoke_device
from beredd.people.actions.directory import (
    end_membership,
    put_membership,
    put_organisation,
    put_unit,
    put_user,
    set_language,
    set_password,
)
from beredd.people.actions.log import log_access

__all__ = [
    "Contact",
    "end_membership",
    "enrol_device",
    "give_delegation",
    "log_access",
    "note_contacts",
    "put_delegation",
    "put_membership",
    "put_organisation",
    "put_unit",
    "put_user",
    "revoke_device",
    "set_language",
    "set_password",
    "withdraw_delegation",
]
