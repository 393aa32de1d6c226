"""Forms in the design system's clothes: label, help, error and field in one piece, tied together for screen readers."""

from typing import Any, cast

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

TICKED = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)


class OfficeRenderer(DjangoTemplates):
    field_template_name = "form/field.html"


class OfficeForm(forms.Form):
    """`required` is said in words by the optional ones, so that fields need no stars."""

    default_renderer = OfficeRenderer
    conditional: tuple[str, ...] = ()  # what another answer makes necessary
    use_required_attribute = False  # our own sentence, beside the field and in the summary

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages["required"] is forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = _missing(field)
            kind = cast(forms.Widget, field.widget)
            kind.attrs["class"] = f"ds-input {kind.attrs.get('class', '')}".strip()

    @property
    def summary(self) -> list[tuple[str, str]]:
        """(id of the field, what is wrong with it), in the order of the form; the form as a whole first."""
        whole = [("", str(error)) for error in self.non_field_errors()]
        return whole + [
            (self._first_id(name), str(error))
            for name in self.fields
            if name in self.errors
            for error in self[name].errors
        ]

    def _first_id(self, name: str) -> str:
        field = self[name]
        many = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
        return f"{field.auto_id}_0" if many else str(field.auto_id)


def _missing(field: forms.Field) -> str:
    """Names the field: in the summary the sentence stands alone."""
    text = gettext("Choose: %(field)s.") if isinstance(field, forms.ChoiceField) else gettext("Fill in: %(field)s.")
    return text % {"field": field.label}


class Day(forms.DateField):
    """The browser's own calendar; 2026-11-23 where there is none."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date", "class": "w-m"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)
        self.error_messages["invalid"] = str(_("Write the day as year-month-day, for example 2026-11-23."))


class Moment(forms.DateTimeField):
    """A local day and time; the forms turn it into an instant through Django's time zone."""

    def __init__(self, **kwargs: Any) -> None:
        look = {"type": "datetime-local", "class": "w-dt"}
        kwargs.setdefault("widget", forms.DateTimeInput(attrs=look, format="%Y-%m-%dT%H:%M"))
        kwargs.setdefault("input_formats", ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])
        super().__init__(**kwargs)
        self.error_messages["invalid"] = str(_("Write day and time as 2026-11-23 09:40."))
