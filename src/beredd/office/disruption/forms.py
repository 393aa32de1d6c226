"""Forms about a disruption: each decision with its ground, each clock time chosen."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.disruption.actions.ground import LONGEST
from beredd.disruption.actions.tickets import LONGEST_SUBJECT, LONGEST_TEXT
from beredd.disruption.plan import plan
from beredd.disruption.queries import Checklist
from beredd.disruption.rules.incident import PATHS, Move
from beredd.disruption.rules.things import things
from beredd.office.fields import Moment, OfficeForm
from beredd.office.words import disruptions as words
from beredd.people.queries import UnitRow
from beredd.routine.words import said


def _ground(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}), **more)


class RaiseForm(OfficeForm):
    """`units`: where one handles disruptions; `everybody`: whether one may speak for all."""

    what = forms.ChoiceField(label=_("What does not work?"), widget=forms.RadioSelect)
    everybody = forms.BooleanField(label=_("It concerns all units"), required=False)
    units = forms.TypedMultipleChoiceField(
        label=_("Units concerned"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    ground = _ground(_("What have you seen?"), help_text=_("Shown in the timeline with your name. No patients."))
    conditional = ("units",)

    def __init__(self, *args: Any, units: Sequence[UnitRow], everybody: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = things(plan().landscape)
        self["what"].field.choices = [(one.key, words.thing(one)) for one in known]  # type: ignore[attr-defined]
        self["units"].field.choices = [(str(one.id), one.name) for one in units]  # type: ignore[attr-defined]
        if not everybody:
            del self.fields["everybody"]


class MoveForm(OfficeForm):
    ground = _ground(_("What is it based on?"))

    def __init__(self, *args: Any, move: Move, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].required = PATHS[move].needs_ground


class WordForm(OfficeForm):
    text = _ground(
        _("What those who wait are to know"),
        help_text=_("Shown to everybody at /lage/ and on the phones. No patients, no names of staff."),
    )
    next_at = Moment(label=_("Next word at"), required=False)


class BeginPaperForm(OfficeForm):
    """`units`: those concerned in which one decides."""

    unit = forms.TypedChoiceField(label=_("Unit"), coerce=UUID)
    system = forms.ChoiceField(label=_("System that paper replaces"))
    begins_at = Moment(label=_("Paper is used from"))
    ground = _ground(_("What is the decision based on?"))

    def __init__(
        self, *args: Any, units: Sequence[UnitRow], systems: Sequence[tuple[str, str]], now: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"begins_at": now}, **kwargs)
        self["unit"].field.choices = [(str(one.id), one.name) for one in units]  # type: ignore[attr-defined]
        self["system"].field.choices = systems  # type: ignore[attr-defined]


class EndPaperForm(OfficeForm):
    ends_at = Moment(label=_("Paper is used until"))
    ground = _ground(_("What is the decision based on?"))

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, initial={"ends_at": now}, **kwargs)


class FromPaperForm(OfficeForm):
    """What stands on a printed list: which steps, who, when."""

    steps = forms.MultipleChoiceField(label=_("Ticked on the paper"), widget=forms.CheckboxSelectMultiple)
    done_by = forms.CharField(label=_("Who did it"), max_length=120, help_text=_("As it stands on the paper."))
    done_at = Moment(label=_("When it was done"))

    def __init__(self, *args: Any, listed: Checklist, now: datetime, **kwargs: Any) -> None:
        self.listed = f"{listed.routine.id}-{listed.role.id}"
        kwargs["auto_id"] = f"id_{self.listed}_%s"
        super().__init__(*args, initial={"done_at": now}, **kwargs)
        self.choices = [
            (one.step.id, said(one.step.text))
            for section in listed.sections
            for one in section.steps
            if one.step.id not in listed.done
        ]
        self["steps"].field.choices = list(dict(self.choices).items())  # type: ignore[attr-defined]

    @property
    def has_steps(self) -> bool:
        return bool(self.choices)


class TicketForm(OfficeForm):
    subject = forms.CharField(label=_("Subject of the ticket"), max_length=LONGEST_SUBJECT)
    text = forms.CharField(
        label=_("Text of the ticket"),
        help_text=_("Filled in from what is known. Change what you like. No patients."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
