"""The tables of care, a file each."""

from beredd.care.models.assignment import Assignment
from beredd.care.models.document import DocumentPage, ProgrammeDocument
from beredd.care.models.exercise import Exercise, ExercisePhoto, ExerciseState
from beredd.care.models.patient import Patient
from beredd.care.models.pause import Pause
from beredd.care.models.prescription import Prescription, PrescriptionVersion
from beredd.care.models.programme import DraftStep, Programme, ProgrammeDraft, ProgrammeItem, ProgrammeVersion

__all__ = [
    "Assignment",
    "DocumentPage",
    "DraftStep",
    "Exercise",
    "ExercisePhoto",
    "ExerciseState",
    "Patient",
    "Pause",
    "Prescription",
    "PrescriptionVersion",
    "Programme",
    "ProgrammeDocument",
    "ProgrammeDraft",
    "ProgrammeItem",
    "ProgrammeVersion",
]
