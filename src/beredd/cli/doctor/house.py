"""Checks of what was built: the phone app, the office's assets, the catalogues."""

from pathlib import Path

from beredd.cli.doctor.finding import Finding, ill, well
from beredd.cli.words import gettext as _

PACKAGE = Path(__file__).resolve().parents[2]


def phone_app(package: Path = PACKAGE) -> Finding:
    if (package / "phone_api" / "app" / "index.html").is_file():
        return well("phone_app", _("The phone app is built"))
    return ill("phone_app", _("The phone app is not built."), _("Run “make install”."))


def office_assets(package: Path = PACKAGE) -> Finding:
    folder = package / "office" / "static" / "office"
    if any(folder.glob("*.css")) and any(folder.glob("*.js")):
        return well("office_assets", _("The office's styles and scripts are built"))
    return ill("office_assets", _("The office's styles and scripts are not built."), _("Run “make install”."))


def catalogues(package: Path = PACKAGE) -> Finding:
    """Every .po has a .mo that is not older."""
    stale = [po for po in package.glob("*/locale/*/LC_MESSAGES/django.po") if _is_stale(po)]
    if stale:
        names = ", ".join(sorted(po.relative_to(package).parts[0] for po in stale))
        return ill("catalogues", _("The Swedish texts are not compiled for: %s.") % names, _("Run “make install”."))
    return well("catalogues", _("The Swedish texts are compiled"))


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime
