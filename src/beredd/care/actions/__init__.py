"""What can be done in care: the library, patients, prescriptions, pauses, the coverage board."""

from beredd.care.actions.coverage import assign, skip
from beredd.care.actions.library import Item, put_exercise, put_programme
from beredd.care.actions.patients import open_patient, put_patient
from beredd.care.actions.pauses import end_pause, pause
from beredd.care.actions.prescriptions import change_prescription, end_prescription, prescribe, put_prescription

__all__ = [
    "Item",
    "assign",
    "change_prescription",
    "end_pause",
    "end_prescription",
    "open_patient",
    "pause",
    "prescribe",
    "put_exercise",
    "put_patient",
    "put_prescription",
    "put_programme",
    "skip",
]
