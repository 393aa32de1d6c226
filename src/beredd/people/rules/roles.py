"""Who may do what, as data that a MAS can read: each role with its title, what it is for, and its permissions."""

from dataclasses import dataclass
from enum import StrEnum

from beredd.i18n.mark import N_


class Permission(StrEnum):
    SIGN = "sign"
    SEE_PATIENTS = "see_patients"
    PRESCRIBE = "prescribe"
    REVIEW = "review"
    MANAGE_COVERAGE = "manage_coverage"
    MANAGE_USERS = "manage_users"
    GIVE_DELEGATION = "give_delegation"
    MANAGE_DEVICES = "manage_devices"
    SEE_ACCESS_LOG = "see_access_log"
    WRITE_ROUTINE = "write_routine"
    DECIDE_ROUTINE = "decide_routine"
    FOLLOW_KNOWN = "follow_known"
    REGISTER_POSTINGS = "register_postings"
    CHECK_POSTINGS = "check_postings"
    HANDLE_DISRUPTIONS = "handle_disruptions"
    DECLARE_LONG = "declare_long"
    DECIDE_PAPER = "decide_paper"
    HANDLE_PAPER = "handle_paper"
    ARRANGE_PAPER = "arrange_paper"
    ANSWER_AUTHORISATION = "answer_authorisation"
    WRITE_EXERCISES = "write_exercises"
    ARRANGE_NOTICES = "arrange_notices"
    PLACE_STATIONS = "place_stations"


class Role(StrEnum):
    PERFORMER = "performer"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    PHYSIOTHERAPIST = "physiotherapist"
    NURSE = "nurse"
    UNIT_MANAGER = "unit_manager"
    MEDICALLY_RESPONSIBLE = "medically_responsible"
    HELPDESK = "helpdesk"
    IT_SERVICE = "it_service"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """`everywhere`: the permissions hold in every unit, not only in the one the membership names."""

    title: str
    description: str
    permissions: frozenset[Permission]
    everywhere: bool = False


PERMISSION_TEXTS: dict[Permission, str] = {
    Permission.SIGN: N_("sign what was done"),
    Permission.SEE_PATIENTS: N_("see the unit's patients"),
    Permission.PRESCRIBE: N_("prescribe, change and end prescriptions"),
    Permission.REVIEW: N_("decide on signatures held for review"),
    Permission.MANAGE_COVERAGE: N_("decide who takes which patient"),
    Permission.MANAGE_USERS: N_("manage users and where they work"),
    Permission.GIVE_DELEGATION: N_("give and withdraw delegations"),
    Permission.MANAGE_DEVICES: N_("see and revoke phones"),
    Permission.SEE_ACCESS_LOG: N_("read the access log"),
    Permission.WRITE_ROUTINE: N_("write and review routines"),
    Permission.DECIDE_ROUTINE: N_("decide on routines, put them in force and withdraw them"),
    Permission.FOLLOW_KNOWN: N_("see who has read the routine, and remind"),
    Permission.REGISTER_POSTINGS: N_("say where the routine hangs on paper"),
    Permission.CHECK_POSTINGS: N_("exchange the routine that hangs in the unit"),
    Permission.HANDLE_DISRUPTIONS: N_("raise, confirm, dismiss and close disruptions"),
    Permission.DECLARE_LONG: N_("state that a disruption will be long, for the IT service"),
    Permission.DECIDE_PAPER: N_("decide from when and until when paper is used in the unit"),
    Permission.HANDLE_PAPER: N_("put paper in home folders, exchange it and take it back; look through safety boxes"),
    Permission.ARRANGE_PAPER: N_("say where home folders and safety boxes are and what is to be in them"),
    Permission.ANSWER_AUTHORISATION: N_("look up users and answer whether they are authorised"),
    Permission.WRITE_EXERCISES: N_("write the unit's own exercises and take pictures of them"),
    Permission.ARRANGE_NOTICES: N_("see who is told of disruptions, hand over duty and test how people are reached"),
    Permission.PLACE_STATIONS: N_("say which computers look whether the systems can be reached"),
}

_LICENSED = frozenset(
    {
        Permission.SIGN,
        Permission.SEE_PATIENTS,
        Permission.PRESCRIBE,
        Permission.REVIEW,
        Permission.GIVE_DELEGATION,
        Permission.MANAGE_COVERAGE,
        Permission.WRITE_ROUTINE,
        Permission.REGISTER_POSTINGS,
        Permission.CHECK_POSTINGS,
        Permission.HANDLE_DISRUPTIONS,
        Permission.DECIDE_PAPER,
        Permission.HANDLE_PAPER,
        Permission.ARRANGE_PAPER,
        Permission.WRITE_EXERCISES,
    }
)
_LICENSED_TEXT = N_("Prescribes, delegates and follows up for the patients of the unit.")

ROLES: dict[Role, RoleFacts] = {
    Role.PERFORMER: RoleFacts(
        N_("Performer"),
        N_("Carries out interventions at the patients' homes and signs for them."),
        frozenset({Permission.SIGN, Permission.SEE_PATIENTS, Permission.CHECK_POSTINGS, Permission.HANDLE_PAPER}),
    ),
    Role.OCCUPATIONAL_THERAPIST: RoleFacts(N_("Occupational therapist"), _LICENSED_TEXT, _LICENSED),
    Role.PHYSIOTHERAPIST: RoleFacts(N_("Physiotherapist"), _LICENSED_TEXT, _LICENSED),
    Role.NURSE: RoleFacts(N_("Nurse"), _LICENSED_TEXT, _LICENSED),
    Role.UNIT_MANAGER: RoleFacts(
        N_("Unit manager"),
        N_("Answers for the unit's staff and for who takes which patient."),
        frozenset(
            {
                Permission.SIGN,
                Permission.SEE_PATIENTS,
                Permission.REVIEW,
                Permission.MANAGE_COVERAGE,
                Permission.MANAGE_USERS,
                Permission.MANAGE_DEVICES,
                Permission.WRITE_ROUTINE,
                Permission.FOLLOW_KNOWN,
                Permission.REGISTER_POSTINGS,
                Permission.CHECK_POSTINGS,
                Permission.HANDLE_DISRUPTIONS,
                Permission.ARRANGE_NOTICES,
                Permission.DECIDE_PAPER,
                Permission.HANDLE_PAPER,
                Permission.ARRANGE_PAPER,
            }
        ),
    ),
    Role.MEDICALLY_RESPONSIBLE: RoleFacts(
        N_("Medically responsible (MAS/MAR)"),
        N_("Decides on routines, follows up every unit and checks the access log."),
        frozenset(
            {
                Permission.SEE_PATIENTS,
                Permission.REVIEW,
                Permission.GIVE_DELEGATION,
                Permission.MANAGE_COVERAGE,
                Permission.SEE_ACCESS_LOG,
                Permission.WRITE_ROUTINE,
                Permission.DECIDE_ROUTINE,
                Permission.FOLLOW_KNOWN,
                Permission.REGISTER_POSTINGS,
                Permission.CHECK_POSTINGS,
                Permission.HANDLE_DISRUPTIONS,
                Permission.ARRANGE_NOTICES,
                Permission.DECLARE_LONG,
                Permission.DECIDE_PAPER,
                Permission.HANDLE_PAPER,
                Permission.ARRANGE_PAPER,
            }
        ),
        everywhere=True,
    ),
    Role.HELPDESK: RoleFacts(
        N_("System support"),
        N_("Looks after users, rights and phones. Sees no patients."),
        frozenset(
            {
                Permission.MANAGE_USERS,
                Permission.MANAGE_DEVICES,
                Permission.HANDLE_DISRUPTIONS,
                Permission.ARRANGE_NOTICES,
                Permission.DECLARE_LONG,
                Permission.ANSWER_AUTHORISATION,
                Permission.PLACE_STATIONS,
            }
        ),
        everywhere=True,
    ),
    Role.IT_SERVICE: RoleFacts(
        N_("IT service"),
        N_("Finds out what is wrong and states whether it will be long. Sees no patients."),
        frozenset(
            {
                Permission.HANDLE_DISRUPTIONS,
                Permission.DECLARE_LONG,
                Permission.ARRANGE_NOTICES,
                Permission.PLACE_STATIONS,
            }
        ),
        everywhere=True,
    ),
    Role.ADMINISTRATOR: RoleFacts(
        N_("System administrator"),
        N_("Sets up organisations, units and users. Sees no patients."),
        frozenset(
            {
                Permission.MANAGE_USERS,
                Permission.MANAGE_DEVICES,
                Permission.SEE_ACCESS_LOG,
                Permission.HANDLE_DISRUPTIONS,
                Permission.ARRANGE_NOTICES,
                Permission.DECLARE_LONG,
                Permission.ANSWER_AUTHORISATION,
                Permission.PLACE_STATIONS,
            }
        ),
        everywhere=True,
    ),
}

LICENSED = frozenset({Role.OCCUPATIONAL_THERAPIST, Role.PHYSIOTHERAPIST, Role.NURSE})
