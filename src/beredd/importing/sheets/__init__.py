"""The tables that can be read in, a file each, in the order in which they are stored."""

from beredd.importing.rules.sheet import Sheet
from beredd.importing.sheets.delegations import DELEGATIONS
from beredd.importing.sheets.memberships import MEMBERSHIPS
from beredd.importing.sheets.organisations import ORGANISATIONS
from beredd.importing.sheets.patients import PATIENTS
from beredd.importing.sheets.prescriptions import PRESCRIPTIONS
from beredd.importing.sheets.programmes import PROGRAMMES
from beredd.importing.sheets.units import UNITS
from beredd.importing.sheets.users import USERS

SHEETS: tuple[Sheet, ...] = (
    ORGANISATIONS,
    UNITS,
    USERS,
    MEMBERSHIPS,
    DELEGATIONS,
    PATIENTS,
    PROGRAMMES,
    PRESCRIPTIONS,
)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}

__all__ = ["BY_NAME", "SHEETS"]
