"""What is known of people."""

from beredd.people.queries.access import access_of, downloaded_since, offline_hours, patient_accesses, people_with
from beredd.people.queries.delegations import DelegationRow, delegation_facts, delegations
from beredd.people.queries.devices import DeviceRow, device, devices, devices_known
from beredd.people.queries.directory import (
    MemberRow,
    UnitRow,
    UserRow,
    Worked,
    all_units,
    find_user,
    initials_in,
    members,
    names,
    performers_in,
    those_with,
    unit_rows,
    user_card,
    users,
    work_of,
)

__all__ = [
    "DelegationRow",
    "DeviceRow",
    "MemberRow",
    "UnitRow",
    "UserRow",
    "Worked",
    "access_of",
    "all_units",
    "delegation_facts",
    "delegations",
    "device",
    "devices",
    "devices_known",
    "downloaded_since",
    "find_user",
    "initials_in",
    "members",
    "names",
    "offline_hours",
    "patient_accesses",
    "people_with",
    "performers_in",
    "those_with",
    "unit_rows",
    "user_card",
    "users",
    "work_of",
]
