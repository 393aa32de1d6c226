"""Personal, coordination and reserve numbers. All numbers are from the tax agency's published test ranges."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beredd.care.rules.identity import BadIdentity, IdentityKind, display_identity, masked_identity, parse_identity

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("written", "value", "kind"),
    [
        ("189001019802", "189001019802", IdentityKind.PERSONNUMMER),
        ("18900101-9802", "189001019802", IdentityKind.PERSONNUMMER),
        (" 1890 0101 9802 ", "189001019802", IdentityKind.PERSONNUMMER),
        ("900101-9802", "199001019802", IdentityKind.PERSONNUMMER),
        ("900101+9802", "189001019802", IdentityKind.PERSONNUMMER),
        ("9001019802", "199001019802", IdentityKind.PERSONNUMMER),
        ("000101+9801", "190001019801", IdentityKind.PERSONNUMMER),
        ("191401682396", "191401682396", IdentityKind.SAMORDNINGSNUMMER),
        ("140168+2396", "191401682396", IdentityKind.SAMORDNINGSNUMMER),
        ("19410203-AB12", "19410203-AB12", IdentityKind.RESERVNUMMER),
        ("19410203ab12", "19410203AB12", IdentityKind.RESERVNUMMER),
        ("9912345678", "9912345678", IdentityKind.RESERVNUMMER),
        ("991231234567", "991231234567", IdentityKind.RESERVNUMMER),
        ("990807-2391", "199908072391", IdentityKind.PERSONNUMMER),
        ("9908072391", "199908072391", IdentityKind.PERSONNUMMER),
    ],
)
def test_it_is_read_however_it_is_written(written: str, value: str, kind: IdentityKind) -> None:
    identity = parse_identity(written, today=TODAY)
    assert (identity.value, identity.kind) == (value, kind)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "identity_form"),
        ("12", "identity_form"),
        ("Anna Berg", "identity_form"),
        ("1890010198021", "identity_form"),
        ("189001019803", "identity_check"),
        ("189013019802", "identity_check"),
        ("१८९००१०१९८०२", "identity_form"),
        ("209001019802", "identity_future"),
        ("=1+1", "identity_form"),
        ("990807-2392", "identity_check"),
        ("990867-2391", "identity_check"),
        ("000000000000", "identity_check"),
        ("20000230-1234", "identity_check"),
    ],
)
def test_what_cannot_be_one_is_refused_with_a_reason(written: str, code: str) -> None:
    with pytest.raises(BadIdentity) as refused:
        parse_identity(written, today=TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize("sign", ["+", "-", ""])
def test_whoever_turns_a_hundred_this_year_is_not_unborn(sign: str) -> None:
    identity = parse_identity(f"990807{sign}2391", today=date(2099, 1, 1))
    assert identity.value == "199908072391"


@given(st.one_of(st.text(max_size=20), st.text("0123456789-+A ", min_size=8, max_size=15)))
def test_no_text_whatever_does_worse_than_be_refused(written: str) -> None:
    try:
        identity = parse_identity(written, today=TODAY)
    except BadIdentity:
        return
    assert parse_identity(identity.value, today=TODAY) == identity


def test_a_number_is_shown_with_its_dash_and_masked_without_its_end() -> None:
    assert display_identity("189001019802") == "18900101-9802"
    assert masked_identity("189001019802") == "18900101-••••"
    assert masked_identity("AB1234567") == "AB••••"
    assert display_identity("AB1234567") == "AB1234567"
