"""An exercise of a unit's own as it is written, and a picture of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beredd.care.actions import NewPhoto
from beredd.care.rules.exercise import FUNCTIONS, NEEDS, POSITIONS, REGIONS
from beredd.care.rules.own import LANGUAGES, LONGEST_ALT, LONGEST_BACK, LONGEST_PERSON, Consent
from beredd.office.fields import Day, OfficeForm
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused

TEXTS = ("name", "start", "watch", "easier", "harder", "equipment")
LINES = ("how", "ask_first")
CODES = {"position": POSITIONS, "region": REGIONS, "function": FUNCTIONS, "needs": NEEDS}
DOSE = ("sets", "repetitions", "seconds")


def _text(label: Any, *, rows: int = 2, help_text: Any = "", required: bool = False) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, help_text=help_text, max_length=2000)


def _line(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=300, help_text=help_text)


def _number(label: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"class": "w-s", "inputmode": "numeric"})
    return forms.IntegerField(label=label, required=False, widget=widget)


class ExerciseForm(OfficeForm):
    """The fields of the library's files. `content` is what it comes to."""

    conditional = DOSE

    unit = forms.TypedChoiceField(label=_("Whose exercise it is"), coerce=UUID, widget=forms.RadioSelect)
    name = _line(_("Name of the exercise"), required=True, help_text=_("What one does: Pour water at the table."))
    start = _text(_("How one begins"), required=True)
    how = _text(
        _("How it is done"),
        rows=5,
        required=True,
        help_text=_("A step on each line, in short sentences. They are read aloud in the patient's home."),
    )
    watch = _text(_("What to watch for"), required=True)
    easier = _text(_("Easier"))
    harder = _text(_("Harder"))
    ask_first = _text(_("What to ask first"), rows=3, help_text=_("A question on each line."))
    position = forms.ChoiceField(label=_("Starting position"))
    function = forms.ChoiceField(label=_("What is trained"))
    region = forms.ChoiceField(label=_("Part of the body"))
    needs = forms.MultipleChoiceField(label=_("Equipment"), required=False, widget=forms.CheckboxSelectMultiple)
    equipment = _line(_("Equipment in words"), help_text=_("For example: a full watering can."))
    sets = _number(_("Sets"))
    repetitions = _number(_("Repetitions"))
    seconds = _number(_("Seconds"))
    kva = forms.CharField(
        label=_("KVÅ code"), required=False, max_length=10, widget=forms.TextInput(attrs={"class": "w-s"})
    )
    name_en = _line(_("Name in English"))
    start_en = _text(_("How one begins, in English"))
    how_en = _text(_("How it is done, in English"), rows=5)
    watch_en = _text(_("What to watch for, in English"))
    easier_en = _text(_("Easier, in English"))
    harder_en = _text(_("Harder, in English"))
    ask_first_en = _text(_("What to ask first, in English"), rows=3)
    equipment_en = _line(_("Equipment in words, in English"))

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, codes in CODES.items():
            words = [(code, gettext(word)) for code, word in codes.items()]
            self._choose(name, words if name == "needs" else [("", gettext("Choose")), *words])
        self._choose("unit", units)
        if len(units) < 2:
            del self.fields["unit"]

    def _choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def content(self) -> dict[str, Any]:
        given = self.cleaned_data
        texts: dict[str, Any] = {name: {"sv": given[name], "en": given[f"{name}_en"]} for name in TEXTS}
        lines = {name: {"sv": _lines(given[name]), "en": _lines(given[f"{name}_en"])} for name in LINES}
        told = {name: given[name] for name in (*CODES, "kva")}
        return {**texts, **lines, **told, "default_dose": {name: given[name] for name in DOSE}}

    def refuse(self, refused: Refused) -> None:
        """Puts the rules' own no beside the field it is about."""
        self.add_error(refused.code if refused.code in self.fields else None, say(refused))

    @property
    def in_english(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.endswith("_en")]


class PhotoForm(OfficeForm):
    """`photo` is what it comes to."""

    conditional = ("consent_by", "consent_on", "consent_back")

    file = forms.FileField(
        label=_("Picture"),
        help_text=_("A photo or a drawing in JPEG, PNG or WebP, at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    alt = forms.CharField(
        label=_("What the picture shows"),
        max_length=LONGEST_ALT,
        help_text=_("For those who do not see it, for example: A hand tilts a can over a flower pot."),
    )
    alt_en = forms.CharField(label=_("What the picture shows, in English"), required=False, max_length=LONGEST_ALT)
    person = forms.ChoiceField(label=_("Can a person be recognised?"), widget=forms.RadioSelect)
    consent_by = forms.CharField(
        label=_("Who has agreed"), required=False, max_length=LONGEST_PERSON, help_text=_("First name and surname.")
    )
    consent_on = Day(label=_("Agreed on"), required=False)
    consent_back = forms.CharField(
        label=_("Whom the person turns to, to take it back"), required=False, max_length=LONGEST_BACK
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.fields["person"]
        assert isinstance(person, forms.ChoiceField)
        person.choices = [
            ("no", gettext("No, nobody")),
            ("yes", gettext("Yes, and the person has agreed to be seen")),
        ]

    def clean(self) -> dict[str, Any]:
        given = dict(super().clean() or {})
        if given.get("person") == "yes" and not given.get("consent_on") and "consent_on" not in self.errors:
            self.add_error("consent_on", gettext("Write the day on which the person agreed."))
        return given

    @property
    def photo(self) -> NewPhoto:
        given = self.cleaned_data
        consent = Consent(given["consent_by"], given["consent_on"], given["consent_back"])
        alt = {"sv": given["alt"], "en": given["alt_en"]}
        return NewPhoto(given["file"].read(), alt, consent if given["person"] == "yes" else None)

    def refuse(self, refused: Refused) -> None:
        """As ExerciseForm's."""
        field = "file" if refused.code.startswith("photo") else refused.code
        self.add_error(field if field in self.fields else None, say(refused))


def from_content(content: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the fields when an exercise is changed."""
    found: dict[str, Any] = {name: content.get(name) for name in (*CODES, "kva")}
    found |= content.get("default_dose") or {}
    for name in (*TEXTS, *LINES):
        for language in LANGUAGES:
            text = (content.get(name) or {}).get(language) or ""
            field = name if language == "sv" else f"{name}_{language}"
            found[field] = "\n".join(text) if isinstance(text, list) else text
    return found


def _lines(text: str) -> list[str]:
    return text.splitlines()
