"""The card about the coverage at home on the patient's page."""

from typing import Any

from beredd.care.queries import PatientRow
from beredd.disruption import queries
from beredd.office.desk import Desk
from beredd.office.words.home_coverage import COVERAGE, ground, proposed


def coverage_card(desk: Desk, row: PatientRow) -> dict[str, Any]:
    """For the template `home_coverage/card.html`."""
    home = queries.home_coverage(desk.access, row.id, since=desk.at, at=desk.at)
    assert home is not None
    asked = proposed(home.proposal) if home.proposal and home.may_decide else ""
    return {"coverage": {"look": COVERAGE[home.judged.coverage], "ground": ground(home.judged), "proposed": asked}}
