"""Forms about routines as wholes: a move, a place, a file, a text."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.clock import local_day
from beredd.office.fields import Day, OfficeForm
from beredd.people.queries import UnitRow
from beredd.routine.queries import RoutineRow
from beredd.routine.rules.states import PATHS, Move


class MoveForm(OfficeForm):
    """Only what the move needs: a reason, a day, or nothing but the click."""

    ground = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False)
    from_day = Day(label=_("In force from"), required=False)

    def __init__(self, *args: Any, move: Move, today: datetime, **kwargs: Any) -> None:
        super().__init__(*args, initial={"from_day": local_day(today)}, **kwargs)
        self.conditional = ("ground", "from_day")
        if not PATHS[move].needs_ground:
            del self.fields["ground"]
        if not PATHS[move].needs_day:
            del self.fields["from_day"]


class PostingForm(OfficeForm):
    """`units` and `routines` are those that the user may register for."""

    routine = forms.TypedChoiceField(label=_("Routine"), coerce=UUID)
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=UUID)
    place = forms.CharField(
        label=_("Where it hangs"),
        max_length=120,
        help_text=_("So that a substitute finds it, for example: staff room, beside the whiteboard."),
        widget=forms.TextInput(attrs={"class": "w-l"}),
    )

    def __init__(self, *args: Any, units: Sequence[UnitRow], routines: Sequence[RoutineRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["routine"].field.choices = [(str(one.id), one.title) for one in routines]  # type: ignore[attr-defined]
        self["unit"].field.choices = [(str(unit.id), unit.name) for unit in units]  # type: ignore[attr-defined]


class SourceForm(OfficeForm):
    """The file form itself. `seen` is the saving it was opened from."""

    text = forms.CharField(
        label=_("The routine in its file form"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "class": "source", "spellcheck": "false"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class ImportForm(OfficeForm):
    file = forms.FileField(label=_("File"), help_text=_("A routine in its file form, as you get it from “Download”."))
