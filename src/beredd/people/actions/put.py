"""Create or update one row, and say whether anything changed: what makes reading the same file twice harmless."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def put(table: type[Row], *, id: UUID, **fields: Any) -> Mapping[str, Any]:
    """Returns the fields that are new or differ; empty when the row already was so. Inside the caller's transaction."""
    manager = table._default_manager
    row = manager.filter(pk=id).first()
    if row is None:
        manager.create(pk=id, **fields)
        return fields
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if changed:
        manager.filter(pk=id).update(**changed)
    return changed
