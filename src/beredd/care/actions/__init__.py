"""What can be done in care: the library, patients, prescriptions, pauses, the coverage board."""

from beredd.care.actions.coverage import assign, skip
from beredd.care.actions.drafts import (
    begin_programme,
    begin_version,
    change_draft,
    discard_draft,
    redo_change,
    undo_change,
)
from beredd.care.actions.library import put_exercise, put_programme
from beredd.care.actions.patients import open_patient, put_patient
from beredd.care.actions.pauses import end_pause, pause
from beredd.care.actions.prescriptions import change_prescription, end_prescription, prescribe, put_prescription
from beredd.care.actions.programmes import sign_programme
from beredd.care.rules.programme import Item

__all__ = [
    "Item",
    "assign",
    "begin_programme",
    "begin_version",
    "change_draft",
    "change_prescription",
    "discard_draft",
    "end_pause",
    "end_prescription",
    "open_patient",
    "pause",
    "prescribe",
    "put_exercise",
    "put_patient",
    "put_prescription",
    "put_programme",
    "redo_change",
    "sign_programme",
    "skip",
    "undo_change",
]
