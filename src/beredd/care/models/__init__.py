"""The tables of care, a file each."""

from beredd.care.models.assignment import Assignment
from beredd.care.models.exercise import Exercise
from beredd.care.models.patient import Patient
from beredd.care.models.pause import Pause
from beredd.care.models.prescription import Prescription, PrescriptionVersion
from beredd.care.models.programme import DraftStep, Programme, ProgrammeDraft, ProgrammeItem, ProgrammeVersion

__all__ = [
    "Assignment",
    "DraftStep",
    "Exercise",
    "Patient",
    "Pause",
    "Prescription",
    "PrescriptionVersion",
    "Programme",
    "ProgrammeDraft",
    "ProgrammeItem",
    "ProgrammeVersion",
]
