"""What can be done in care: the library, patients, prescriptions, pauses, the coverage board."""

from beredd.care.actions.coverage import assign, skip
from beredd.care.actions.documents import put_document
from beredd.care.actions.drafts import (
    begin_programme,
    begin_version,
    change_draft,
    discard_draft,
    redo_change,
    undo_change,
)
from beredd.care.actions.library import put_exercise, put_programme
from beredd.care.actions.own import (
    NewPhoto,
    bring_back_exercise,
    change_exercise,
    retire_exercise,
    withdraw_photo,
    write_exercise,
)
from beredd.care.actions.patients import open_patient, put_patient
from beredd.care.actions.pauses import end_pause, pause
from beredd.care.actions.prescriptions import change_prescription, end_prescription, prescribe, put_prescription
from beredd.care.actions.programmes import sign_programme
from beredd.care.rules.programme import Item

__all__ = [
    "Item",
    "NewPhoto",
    "assign",
    "begin_programme",
    "begin_version",
    "bring_back_exercise",
    "change_draft",
    "change_exercise",
    "change_prescription",
    "discard_draft",
    "end_pause",
    "end_prescription",
    "open_patient",
    "pause",
    "prescribe",
    "put_document",
    "put_exercise",
    "put_patient",
    "put_prescription",
    "put_programme",
    "redo_change",
    "retire_exercise",
    "sign_programme",
    "skip",
    "undo_change",
    "withdraw_photo",
    "write_exercise",
]
