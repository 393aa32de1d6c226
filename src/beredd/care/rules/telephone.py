"""Telephone numbers as people in Sweden write them."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat


def display_telephone(number: str) -> str:
    """+46701740616 → 070-174 06 16; a foreign number with its country; what is no number as it is."""
    try:
        parsed = phonenumbers.parse(number, "SE")
    except NumberParseException:
        return number
    swedish = parsed.country_code == 46
    return phonenumbers.format_number(
        parsed, PhoneNumberFormat.NATIONAL if swedish else PhoneNumberFormat.INTERNATIONAL
    )
