"""Words in templates: times, days, schedules, as beredd.office.words puts them."""

from datetime import date, datetime

from django import forms, template
from django.forms.boundfield import BoundField

from beredd.care.rules.identity import display_identity
from beredd.care.rules.schedule import Schedule, schedule_to_json
from beredd.clock import local_day
from beredd.office.words import schedule, states, times

register = template.Library()
register.filter("clock", times.clock)
register.filter("identity", display_identity)
register.filter("full_moment", times.full_moment)
register.filter("long_day", times.long_day)
register.filter("plain_day", times.plain_day)
register.filter("stamp", times.stamp)
register.filter("reason", states.reason)
register.filter("channel", states.channel)
register.filter("action", states.action)
register.filter("slot", schedule.slot)


@register.filter
def moment(at: datetime, now: datetime) -> str:
    return times.moment(at, now=now)


@register.filter
def short_day(day: date, now: datetime) -> str:
    return times.short_day(day, today=local_day(now))


@register.filter
def plan(data: Schedule) -> str:
    return schedule.schedule(schedule_to_json(data))


@register.filter
def is_radio(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.RadioSelect) and not is_many(field)


@register.filter
def is_many(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxSelectMultiple)


@register.filter
def is_optional(field: BoundField) -> bool:
    """What another answer makes necessary is neither: it says nothing."""
    return not field.field.required and field.name not in getattr(field.form, "conditional", ())


@register.filter
def is_box(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)
