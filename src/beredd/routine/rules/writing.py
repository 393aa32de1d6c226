"""The file form of a routine: written so that people can go on writing in it, and read back as it was."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import yaml

WIDTH = 110
SHORT = 60


class _Writer(yaml.SafeDumper):
    """Every value is a text, so 08:00 needs no quotation marks; lists are set in from what they belong to."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _listed(writer: yaml.SafeDumper, lines: Sequence[Any]) -> yaml.Node:
    """Short names beside each other, everything else below each other."""
    return writer.represent_sequence(
        "tag:yaml.org,2002:seq", lines, flow_style=all(isinstance(one, str) for one in lines)
    )


def _table(writer: yaml.SafeDumper, rows: Mapping[str, Any]) -> yaml.Node:
    """A few short words on one line."""
    short = all(isinstance(one, str) for one in rows.values()) and sum(map(len, rows.values())) < SHORT
    return writer.represent_mapping("tag:yaml.org,2002:map", rows.items(), flow_style=short)


_Writer.add_representer(list, _listed)
_Writer.add_representer(dict, _table)


def write(whole: Any) -> str:
    """Lists, tables and texts, as editing.plain gives them."""
    return yaml.dump(whole, Dumper=_Writer, allow_unicode=True, width=WIDTH)


def stamped(text: str, *, version: int, decided_on: date) -> str:
    """The same text with the number and the day of the decision; comments and all else stay as they were."""
    numbered = re.sub(r"(?m)^version:.*$", f"version: {version}", text, count=1)
    return re.sub(r"(?m)^decided_on:.*$", f"decided_on: {decided_on}", numbered, count=1)
