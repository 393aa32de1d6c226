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
    programmes,
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
from beredd.care.queries.writing import (
    DraftRow,
    DraftSummary,
    LineRow,
    StepRow,
    TemplateRow,
    draft,
    drafts,
    drafts_of_patient,
    patient_programmes,
    programme,
    programme_history,
    programmes_in_use,
    templates,
)

__all__ = [
    "CoverRow",
    "DraftRow",
    "DraftSummary",
    "ExerciseRow",
    "ItemRow",
    "LineRow",
    "PatientRow",
    "PauseRow",
    "Planned",
    "PrescriptionFacts",
    "PrescriptionRow",
    "ProgrammeRow",
    "StepRow",
    "TemplateRow",
    "VersionFacts",
    "VersionRow",
    "Wanted",
    "coverage",
    "draft",
    "drafts",
    "drafts_of_patient",
    "due",
    "due_of_patient",
    "exercise_documents",
    "exercises",
    "exercises_of",
    "first_due",
    "patient_documents",
    "patient_programmes",
    "patient_row",
    "patients",
    "pause_facts",
    "pauses",
    "prescription",
    "prescription_facts",
    "prescriptions",
    "prescriptions_of",
    "programme",
    "programme_history",
    "programmes",
    "programmes_in_use",
    "scope_patients",
    "search_exercises",
    "search_patients",
    "templates",
]
