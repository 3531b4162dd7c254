"""Broken YAML text with one mistake less: lines read as text, or left out.

Line numbers never change: what is left out becomes empty lines.
"""

import re

# The beginning of an entry of a list or a mapping.
_ENTRY = re.compile(r"[ \t]*(?:-(?:[ \t]|$)|[^\s#-][^:\n]*:(?:[ \t\r]|$))")
_DASH = re.compile(r"[ \t]*-(?:[ \t]|$)")
# An entry of one line, and its value.
_VALUE = re.compile(
    r"([ \t]*(?:-[ \t]+)*(?:\w[^:\n'\"]*:[ \t]+)?)(\S.*?)[ \t\r]*",
)


def repaired(text: str, line: int, strength: int) -> "tuple[str, int] | None":
    """The text with a repair for a mistake on `line` (from 0), and the strength to try next.

    Strength 0 takes the line's value as plain text, 1 leaves the line out, 2 the entry that it
    is in, each further one the entry around that. None when nothing would be left.
    """
    lines = text.split("\n")
    at = min(line, len(lines) - 1)
    while at and not lines[at].strip():
        at -= 1
    if strength == 0:
        quoted = _quoted(lines[at])
        if quoted and quoted != lines[at]:
            lines[at] = quoted
            return "\n".join(lines), 1
    start, end, tried = at, at + 1, max(strength, 1)
    if strength <= 1 and _ENTRY.match(lines[at]):
        tried = 2
    for level in range(1, tried):
        start, end = _entry(lines, start, inner=level == 1)
    if not any(lines[index].strip() for index in (*range(start), *range(end, len(lines)))):
        return None
    lines[start:end] = [""] * (end - start)
    return "\n".join(lines), tried + 1


def _quoted(line: str) -> str:
    """A line with its value in quotes, or its list closed; '' when it has no key or dash."""
    match = _VALUE.fullmatch(line)
    if not match or not match.group(1).strip():
        return ""
    value = match.group(2)
    if value[0] == "[" and "]" not in value:
        return f"{match.group(1)}{value}]"
    if value[0] in "\"'" and (len(value) == 1 or value[-1] != value[0]):
        value = value[1:]
    return match.group(1) + "'" + value.replace("'", "''") + "'"


def _entry(lines: list[str], at: int, *, inner: bool) -> tuple[int, int]:
    """The lines of the entry that line `at` is in, or begins; or of the entry around that."""
    start = at
    indent, dashed = _indent(lines[at]), bool(_DASH.match(lines[at]))
    while start >= 0:
        if lines[start].strip() and _ENTRY.match(lines[start]):
            less = _indent(lines[start]) - indent
            outside = less < 0 or (less == 0 and dashed and not _DASH.match(lines[start]))
            if inner or (start < at and outside):
                break
        start -= 1
    if start < 0:
        return 0, len(lines)
    indent, dashed = _indent(lines[start]), bool(_DASH.match(lines[start]))
    end = start + 1
    while end < len(lines):
        line = lines[end]
        less = _indent(line) - indent
        if line.strip() and less <= 0 and (less < 0 or dashed or not _DASH.match(line)):
            break
        end += 1
    return start, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
