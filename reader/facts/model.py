"""A fact of an article: a figure or a date, its label, and the place in the text it comes from."""


class Fact:
    """One figure or date, as the sidebar shows it.

    `kind` is `money`, `percent`, `quantity`, `date` or `count`; a value in which no number is
    understood is a `count` without `low`. `value` is verbatim, `short` its form for a narrow
    column. `bound` is `max`, `min`, `about` or ''. `low` and `high` are numbers in full
    (`5e9`), or ISO 8601 strings for dates, or None; signs are not kept, and a bound leaves `high`
    None. `unit` is an ISO 4217 code, `%`, `date`, a unit's symbol, or the noun that is counted.
    `group` names the facts that belong together. `start:end` is the fact's range in
    `Document.text`; both are -1 when its place is not known; `repeats` has the other ranges
    where the text says it again. `origin` is `author` or `found`.
    """

    __slots__ = (
        "bound",
        "end",
        "group",
        "high",
        "kind",
        "label",
        "low",
        "origin",
        "repeats",
        "short",
        "start",
        "unit",
        "value",
    )

    def __init__(
        self,
        kind: str,
        label: str,
        value: str,
        *,
        short: str = "",
        group: str = "",
        bound: str = "",
        low: "float | str | None" = None,
        high: "float | str | None" = None,
        unit: str = "",
        start: int = -1,
        end: int = -1,
        origin: str = "author",
    ) -> None:
        self.kind = kind
        self.label = label
        self.value = value
        self.short = short or value
        self.group = group
        self.bound = bound
        self.low = low
        self.high = high
        self.unit = unit
        self.start = start
        self.end = end
        self.origin = origin
        self.repeats: list[tuple[int, int]] = []

    @property
    def place(self) -> "tuple[int, int] | None":
        """The fact's range in the text, or None when it is not known."""
        return (self.start, self.end) if self.start >= 0 else None

    @property
    def places(self) -> "list[tuple[int, int]]":
        """All ranges where the text says it, in its order."""
        own = [(self.start, self.end)] if self.start >= 0 else []
        return sorted({*own, *self.repeats})

    def __repr__(self) -> str:
        return f"Fact({self.kind!r}, {self.label!r}, {self.value!r}, {self.start}, {self.end})"
