"""The empty files that a municipality fills in, and the page that explains them: made from the sheets' descriptions.

`python -m beredd.importing.templates` writes them into content/import; a test holds them equal.
"""

from pathlib import Path

from beredd.importing.rules.sheet import Column, Sheet
from beredd.importing.sheets import SHEETS
from beredd.shipped import content

INTRODUCTION = """\
# Läs in en kommun

Fyll i mallarna i den här mappen, en fil för varje tabell, och läs in mappen:

    beredd import MAPP --check     kontrollerar allt och sparar inget
    beredd import MAPP             läser in allt, eller inget om något är fel

- Filerna får vara CSV (semikolon eller komma; UTF-8 eller det Excel i Windows skriver) eller XLSX (första bladet).
- Rader som börjar med # är kommentarer. Ta gärna bort dem.
- Alla filer behövs inte varje gång. Det som redan är inläst går att hänvisa till.
- Samma mapp två gånger ändrar inget. En ändrad rad ändrar det den gäller; en ändrad ordination blir en ny version.
- En rad som tas bort ur filen tar inte bort något. Avsluta i stället: sista dag, aktiv = nej.
- Nyckeln är radens korta namn. Andra filer hänvisar till den, och den får aldrig ändras.
- Datum skrivs 2026-11-23 och klockslag 08:00. Formatera personnummer som text i Excel, annars försvinner siffror.
- Fel räknas upp med fil, rad, kolumn och orsak. Så länge det finns ett enda fel sparas inget.
- Övningarna kommer med Beredd. En egen övningsbank läggs i en mapp `exercises` bredvid filerna, i samma form som
  `content/exercises`.
"""


def template(sheet: Sheet) -> str:
    """Comments for each column, then the headings: what Excel opens as an empty table."""
    notes = [f"{sheet.about}", "", *(_note(column) for column in sheet.columns)]
    headings = ";".join(column.name for column in sheet.columns)
    return "\n".join([*(f"# {note}".rstrip() for note in notes), headings, ""])


def readme() -> str:
    """All the tables, one after the other."""
    return "\n".join([INTRODUCTION, *(_table(sheet) for sheet in SHEETS)])


def write(folder: Path) -> None:
    """With the mark that makes Excel see UTF-8."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in SHEETS:
        (folder / f"{sheet.file}.csv").write_text(template(sheet), encoding="utf-8-sig", newline="\r\n")
    (folder / "README.md").write_text(readme(), encoding="utf-8")


def _note(column: Column) -> str:
    example = f" Exempel: {column.example}" if column.example else ""
    return f"{column.name}{' (måste fyllas i)' if column.required else ''}: {column.help}{example}"


def _table(sheet: Sheet) -> str:
    rows = [
        f"| {column.name} | {'ja' if column.required else ''} | {column.help} | {column.example} |"
        for column in sheet.columns
    ]
    head = ["| kolumn | måste | vad | exempel |", "|---|---|---|---|"]
    return "\n".join([f"## {sheet.file}", "", sheet.about, "", *head, *rows, ""])


if __name__ == "__main__":
    write(content() / "import")
