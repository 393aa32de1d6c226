"""The card about paper on the patient's page."""

from typing import Any

from beredd.care.queries import PatientRow
from beredd.office.desk import Desk
from beredd.office.folders.forms import FolderForm
from beredd.office.folders.presenters import card
from beredd.paper.folders import folders
from beredd.paper.home_folder import usual_tab
from beredd.people.rules.roles import Permission


def paper_card(desk: Desk, row: PatientRow) -> dict[str, Any]:
    """For the template `folders/card.html`."""
    (folder,) = folders(desk.access, [row], at=desk.at)
    said = {"place": folder.said.place, "tab": folder.said.tab, "wanted": "yes" if folder.said.wanted else "no"}
    units = (row.unit, row.rehab_unit)
    return {
        "paper": card(desk, folder),
        "may_handle_paper": any(desk.may(Permission.HANDLE_PAPER, unit) for unit in units),
        "may_arrange_paper": any(desk.may(Permission.ARRANGE_PAPER, unit) for unit in units),
        "folder_form": FolderForm(initial=said, usual=usual_tab(), auto_id="folder_%s"),
    }
