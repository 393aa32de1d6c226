"""What is known of care."""

from beredd.care.queries.coverage import CoverRow, coverage
from beredd.care.queries.documents import exercise_documents, exercises_of, patient_documents
from beredd.care.queries.due import Planned, due, due_of_patient, first_due
from beredd.care.queries.facts import PrescriptionFacts, VersionFacts, pause_facts, prescription_facts
from beredd.care.queries.library import (
    ExerciseRow,
    ItemRow,
    ProgrammeRow,
    exercises,
    programme,
    programmes,
    programmes_in_use,
)
from beredd.care.queries.patients import PatientRow, patient_row, patients, scope_patients, search_patients
from beredd.care.queries.prescriptions import (
    PauseRow,
    PrescriptionRow,
    VersionRow,
    pauses,
    prescription,
    prescriptions,
    prescriptions_of,
)
from beredd.care.queries.search import Wanted, search_exercises

__all__ = [
    "CoverRow",
    "ExerciseRow",
    "ItemRow",
    "PatientRow",
    "PauseRow",
    "Planned",
    "PrescriptionFacts",
    "PrescriptionRow",
    "ProgrammeRow",
    "VersionFacts",
    "VersionRow",
    "Wanted",
    "coverage",
    "due",
    "due_of_patient",
    "exercise_documents",
    "exercises",
    "exercises_of",
    "first_due",
    "patient_documents",
    "patient_row",
    "patients",
    "pause_facts",
    "pauses",
    "prescription",
    "prescription_facts",
    "prescriptions",
    "prescriptions_of",
    "programme",
    "programmes",
    "programmes_in_use",
    "scope_patients",
    "search_exercises",
    "search_patients",
]
