"""A prescription as it is written: what, when, for how long, on what basis, and what if it is not done."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beredd.care.queries import VersionRow
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import MOST_DAYS_TO_CONTACT, BadPrescription, Basis, Content, check_content
from beredd.care.rules.schedule import BadSchedule, schedule_from_json, schedule_to_json
from beredd.office.fields import Day, Moment, OfficeForm
from beredd.office.words import schedule as words
from beredd.office.words import times
from beredd.office.words.prescriptions import BASES, IF_NOT
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused

FIELDS_OF: dict[str, tuple[str, ...]] = {  # which fields each form of schedule asks for
    "clock": ("weekdays", "times", "before_minutes", "after_minutes", "every_other", "anchor"),
    "part_of_day": ("weekdays", "parts", "every_other", "anchor"),
    "times_per_week": ("times_per_week",),
    "as_needed": (),
}
FIELD_OF_CODE = {  # beside which field a BadSchedule or BadPrescription is shown
    "schedule_form": "form",
    "schedule_weekdays": "weekdays",
    "schedule_times": "times",
    "schedule_parts": "parts",
    "schedule_tolerance": "before_minutes",
    "schedule_times_per_week": "times_per_week",
    "schedule_weeks": "anchor",
    "intervention": "intervention",
    "instruction": "instruction",
    "period": "ends_on",
    "task": "task",
    "contact_days": "contact_within_days",
    "contact_whom": "contact_whom",
    "effective": "effective_at",
    "unknown_programme": "programme",
}
Choices = Sequence[tuple[str, str]]
MANY = ("weekdays", "parts")
CONDITIONAL = tuple(dict.fromkeys(name for names in FIELDS_OF.values() for name in names))


def _short(width: str = "w-s", **attrs: str) -> dict[str, str]:
    return {"class": width, **attrs}


class PrescriptionForm(OfficeForm):
    """`content` is what it comes to once valid. `changing` asks from when the change holds."""

    conditional = (*CONDITIONAL, "task", "contact_within_days", "contact_whom")

    intervention = forms.CharField(
        label=_("Intervention"), max_length=200, help_text=_("What is to be done, for example Sit-to-stand training.")
    )
    programme = forms.TypedChoiceField(label=_("Exercise programme"), required=False, coerce=UUID, empty_value=None)
    instruction = forms.CharField(
        label=_("Instruction to the performer"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    form = forms.ChoiceField(label=_("How often"), widget=forms.RadioSelect)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Days"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple()
    )
    times = forms.CharField(
        label=_("Clock times"),
        required=False,
        max_length=200,
        help_text=_("One or several with a comma between, for example 08:00, 14:30."),
        widget=forms.TextInput(attrs=_short("w-l")),
    )
    before_minutes = forms.IntegerField(
        label=_("Minutes before"),
        required=False,
        initial=60,
        widget=forms.NumberInput(attrs=_short(inputmode="numeric")),
    )
    after_minutes = forms.IntegerField(
        label=_("Minutes after"),
        required=False,
        initial=60,
        widget=forms.NumberInput(attrs=_short(inputmode="numeric")),
    )
    parts = forms.MultipleChoiceField(label=_("Part of the day"), required=False, widget=forms.CheckboxSelectMultiple())
    times_per_week = forms.IntegerField(
        label=_("Times a week"), required=False, widget=forms.NumberInput(attrs=_short(inputmode="numeric"))
    )
    every_other = forms.BooleanField(label=_("Every other week only"), required=False)
    anchor = Day(label=_("A day in the first week"), required=False)
    starts_on = Day(label=_("First day"))
    ends_on = Day(label=_("Last day"), required=False, help_text=_("Empty means until further notice."))
    basis = forms.ChoiceField(label=_("Basis"), widget=forms.RadioSelect)
    task = forms.CharField(
        label=_("Delegated task"),
        required=False,
        max_length=60,
        help_text=_("When the basis is delegation: the task, named as in the delegations."),
        widget=forms.TextInput(attrs={"list": "tasks", "class": "w-l"}),
    )
    if_not_performed = forms.ChoiceField(label=_("What is to happen then"), widget=forms.RadioSelect, initial="nothing")
    contact_within_days = forms.IntegerField(
        label=_("Within how many days"),
        required=False,
        min_value=0,
        max_value=MOST_DAYS_TO_CONTACT,
        widget=forms.NumberInput(attrs=_short(inputmode="numeric")),
    )
    contact_whom = forms.CharField(
        label=_("Whom"), required=False, max_length=120, widget=forms.TextInput(attrs={"class": "w-l"})
    )
    effective_at = Moment(
        label=_("The change holds from"),
        required=False,
        help_text=_("What is due before then follows the present version."),
    )

    def __init__(
        self, *args: Any, programmes: Sequence[tuple[str, Choices]], changing: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = programmes
        self._choose("programme", [("", str(_("No programme"))), *programmes])
        self._choose("weekdays", [(str(day), times.weekday(day)) for day in range(1, 8)])
        self._choose("parts", [(part, gettext(text)) for part, text in words.PARTS.items()])
        self._choose("form", [(form, gettext(text)) for form, text in words.FORMS.items()])
        self._choose("basis", [(basis.value, gettext(text)) for basis, text in BASES.items()])
        self._choose("if_not_performed", [(rule.value, gettext(text)) for rule, text in IF_NOT.items()])
        if not changing:
            del self.fields["effective_at"]

    def _choose(self, name: str, choices: Sequence[tuple[str, str | Choices]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def chosen_form(self) -> str:
        """The form of schedule whose fields are shown."""
        value = self["form"].value()
        return str(value) if value in FIELDS_OF else ""

    @property
    def schedule_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in FIELDS_OF.get(self.chosen_form, ())]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        self._clean_schedule(given)
        if given.get("if_not_performed") == "contact" and not given.get("contact_whom"):
            self.add_error("contact_whom", _("Say whom to contact, for example the physiotherapist."))
        if not self.errors:
            self._clean_content(given)
        return given

    @property
    def content(self) -> Content:
        """What is to be prescribed; only when the form is valid."""
        content: Content = self.cleaned_data["content"]
        return content

    def _clean_content(self, given: dict[str, Any]) -> None:
        contacts = given["if_not_performed"] == "contact"
        content = Content(
            intervention=given["intervention"],
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            schedule=given["schedule"],
            basis=Basis(given["basis"]),
            instruction=given["instruction"].replace("\r\n", "\n"),
            programme=given["programme"],
            task=given["task"] if given["basis"] == "delegation" else "",
            if_not_performed=NotPerformedRule(given["if_not_performed"]),
            contact_within_days=given["contact_within_days"] if contacts else None,
            contact_whom=given["contact_whom"] if contacts else "",
        )
        try:
            check_content(content)
        except BadPrescription as bad:
            self.refuse(bad)
        given["content"] = content

    def refuse(self, refused: Refused) -> None:
        """Puts the rules' own no beside the field it is about."""
        name = FIELD_OF_CODE.get(refused.code)
        self.add_error(name if name in self.fields else None, say(refused))

    def _clean_schedule(self, given: dict[str, Any]) -> None:
        if not given.get("form") or any(name in self.errors for name in FIELDS_OF[given["form"]]):
            return
        try:
            given["schedule"] = schedule_from_json(_schedule_json(given))
        except BadSchedule as bad:
            self.refuse(bad)


def _schedule_json(given: Mapping[str, Any]) -> dict[str, object]:
    anchor: date | None = given.get("anchor")
    weeks = {"every_weeks": 2 if given.get("every_other") else 1, "anchor": anchor.isoformat() if anchor else None}
    match given["form"]:
        case "clock":
            return {
                "form": "clock",
                "weekdays": given["weekdays"],
                "times": clock_times(given["times"]),
                "before_minutes": _or_hour(given["before_minutes"]),
                "after_minutes": _or_hour(given["after_minutes"]),
                **weeks,
            }
        case "part_of_day":
            return {"form": "part_of_day", "weekdays": given["weekdays"], "parts": given["parts"], **weeks}
        case "times_per_week":
            return {"form": "times_per_week", "times": given["times_per_week"]}
    return {"form": given["form"]}


def _or_hour(minutes: int | None) -> int:
    return 60 if minutes is None else minutes


def clock_times(text: str) -> list[str]:
    """ "8, 14.30 och 20:00" → ["08:00", "14:30", "20:00"]; what is no time stays as written, for the rule to refuse."""
    return [_clock_time(word) for word in re.split(r"[,;\s]+|och|and", text) if word]


def _clock_time(word: str) -> str:
    match = re.fullmatch(r"(?:kl\.?)?(\d{1,2})(?:[.:]?(\d{2}))?", word)
    return f"{int(match[1]):02}:{match[2] or '00'}" if match else word


def as_written(post: QueryDict) -> dict[str, Any]:
    """What stands in the fields, to be shown again without being judged."""
    return {name: post.getlist(name) if name in MANY else post.get(name) for name in post}


def from_version(version: VersionRow) -> dict[str, Any]:
    """The fields as a version in force fills them."""
    content = version.content
    plan: dict[str, Any] = schedule_to_json(content.schedule)
    return {
        "intervention": content.intervention,
        "programme": str(content.programme or ""),
        "instruction": content.instruction,
        "form": plan["form"],
        "weekdays": [str(day) for day in plan.get("weekdays", [])],
        "times": ", ".join(plan["times"]) if plan["form"] == "clock" else "",
        "before_minutes": plan.get("before_minutes", 60),
        "after_minutes": plan.get("after_minutes", 60),
        "parts": plan.get("parts", []),
        "times_per_week": plan["times"] if plan["form"] == "times_per_week" else None,
        "every_other": plan.get("every_weeks") == 2,
        "anchor": plan.get("anchor"),
        "starts_on": content.starts_on,
        "ends_on": content.ends_on,
        "basis": content.basis.value,
        "task": content.task,
        "if_not_performed": content.if_not_performed.value,
        "contact_within_days": content.contact_within_days,
        "contact_whom": content.contact_whom,
    }


class EndForm(OfficeForm):
    ends_on = Day(label=_("Last day of the prescription"), help_text=_("The day is included."))
