"""What is wrong with a file: where, and in words that say what to do. All the words stand here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

FAULTS: dict[str, str] = {
    # the folder and its files
    "folder_missing": N_("There is no such folder. Check the path."),
    "folder_empty": N_("The folder has no file to read. Begin with the templates in content/import."),
    "file_unknown": N_("No file has this name. Rename it to one of: %(names)s."),
    "file_twice": N_("The same table is also in %(other)s. Keep one of the files."),
    "file_unreadable": N_("The file cannot be opened. Save it again as XLSX or as CSV UTF-8."),
    "file_encoding": N_("The letters of the file cannot be read. Save it as CSV UTF-8."),
    "file_large": N_("The file is larger than %(most)s MB. Split it into parts and read them in one by one."),
    "file_headings": N_("The file has no row with headings. Copy the headings from the template."),
    "heading_missing": N_("The column is missing. Add it, with the heading as in the template."),
    "heading_unknown": N_("There is no column with this heading. Correct it, or remove the column."),
    "heading_twice": N_("The column is there twice. Remove one of them."),
    "row_long": N_("The row has more cells than there are headings. Put texts with semicolons in quotation marks."),
    "exercise_file": N_("The exercise cannot be read. Compare it with a file in content/exercises."),
    "exercise_picture": N_(
        "The picture %(picture)s is missing or is not a plain SVG drawing. Add it, or remove its name."
    ),
    # one cell
    "missing": N_("The cell is empty. Fill it in."),
    "too_long": N_("The text has %(length)s characters and at most %(most)s are allowed. Shorten it."),
    "invisible": N_("The text has invisible characters. Write it again by hand."),
    "line_break": N_("The text has a line break. Write it on one line, and check the quotation marks."),
    "key_form": N_("A short name has letters, digits, dots and hyphens, no spaces, at most 60. Correct it."),
    "key_identity": N_("The short name is a personal number. Choose one that says nothing, such as p0001."),
    "username_form": N_("A user name has letters a–z, digits, dots and hyphens, at least two. Correct it."),
    "word_unknown": N_("“%(value)s” is not a choice here. Write one of: %(words)s."),
    "number_form": N_("This is not a whole number. Write it with digits only."),
    "number_range": N_("The number must be between %(least)s and %(most)s. Correct it."),
    "date_form": N_("This is not a date that exists. Write year-month-day, as in 2026-11-23."),
    "date_number": N_("Excel has turned the date into a number. Format the column as a date."),
    "date_range": N_(
        "The year must be between 1900 and 2100. Leave the last day empty if it holds until further notice."
    ),
    "time_form": N_(
        "“%(value)s” is not a clock time. Write it with four digits, as in 08:00, and comma between several."
    ),
    "weekday_unknown": N_("“%(value)s” is not a weekday. Write for example mån,ons,fre or alla."),
    "part_unknown": N_("“%(value)s” is not a part of the day. Write one of: %(words)s."),
    "phone_form": N_("This is not a telephone number. Write it with its area code, as in 031-390 06 00."),
    "email_form": N_("This is not an e-mail address. Correct it, or leave the cell empty."),
    "identity_number": N_(
        "Excel has turned the personal number into a number and digits are lost. "
        "Format the column as text and write the number again, with 12 digits."
    ),
    # one row
    "schedule_none": N_("It does not say when. Fill in clock times, parts of the day, times a week or as needed."),
    "schedule_many": N_(
        "It says when in several ways. Keep one: clock times, parts of the day, times a week or as needed."
    ),
    "schedule_days": N_("The weekdays are missing. Write for example mån,ons,fre or alla."),
    "schedule_extra": N_("The cell does not go with this kind of schedule. Leave it empty."),
    "task_missing": N_("The ground is delegation, but not which task. Write the task as in delegeringar."),
    "task_extra": N_("A task is only given when the ground is delegation. Leave the cell empty, or change the ground."),
    "contact_days": N_("Say within how many days a licensed professional must be contacted."),
    "contact_extra": N_("This is only filled in when somebody is to be contacted. Leave the cell empty."),
    "period": N_("The last day lies before the first day. Correct one of the days."),
    "dose_missing": N_("The dose is missing. Fill in sets, repetitions or seconds."),
    # rows against each other and against what is already read in
    "duplicate": N_("The same is on row %(other)s. Remove one of the rows, or correct it."),
    "taken": N_("This already belongs to somebody else who has been read in. Correct it."),
    "unknown_reference": N_("“%(value)s” is neither in %(file)s nor read in before. Check the spelling.%(hint)s"),
    "not_a_care_unit": N_("The unit is a rehab unit. Choose the care unit that performs."),
    "not_a_rehab_unit": N_("The unit is a care unit. Choose the rehab unit that prescribes."),
    "not_licensed": N_(
        "The person has no role as a licensed professional. Choose another, or add the role in medlemskap."
    ),
    "not_licensed_then": N_("The person was no licensed professional on the first day. Correct the day or the person."),
    "own_delegation": N_("Nobody delegates to themselves. Correct who gave the delegation."),
    "membership_overlap": N_("The person already has this role in the unit from %(day)s. Use the same first day."),
    "programme_name": N_("The programme has another name on row %(other)s. Use the same name on all its rows."),
    "other_patient": N_(
        "The prescription has been read in for another patient. Give the new one a short name of its own."
    ),
    "not_stored": N_("The row clashes with something that was read in before. Check its short name."),
}


class BadCell(Refused):
    """`code` as in FAULTS; `field` when another cell than the one being read is to blame."""

    def __init__(self, code: str, /, *, field: str = "", **params: object) -> None:
        super().__init__(code, FAULTS[code], **params)
        self.field = field


@dataclass(frozen=True, slots=True)
class Fault:
    """`row` as the spreadsheet numbers it; `text` is English for the catalogue, filled with `params`."""

    file: str
    row: int | None
    column: str
    code: str
    text: str
    params: Mapping[str, object] = field(default_factory=dict)


def fault(code: str, file: str, row: int | None = None, column: str = "", /, **params: object) -> Fault:
    """One of FAULTS, at a place."""
    return Fault(file, row, column, code, FAULTS[code], params)


def refused(why: Refused, file: str, row: int | None = None, column: str = "") -> Fault:
    """What a rule said no to, at a place."""
    return Fault(file, row, column, why.code, why.text, why.params)
