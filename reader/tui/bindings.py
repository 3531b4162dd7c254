"""The rows of `reader.keys` as Textual's bindings."""

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from reader.keys.binding import NO_KEY
from reader.keys.binding import Binding as Row


def made(*tables: Sequence[Row]) -> list[BindingType]:
    """Bindings for all rows of the tables, in their order."""
    return [
        Binding(
            row.key or NO_KEY,
            row.action,
            row.description,
            id=row.id,
            show=row.show,
            tooltip=row.tooltip,
        )
        for table in tables
        for row in table
    ]
