"""The lines of a text without markup: what each looks like, which of them were wrapped."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.formats.decoding import decode_piece

# What a line is stripped of: white space, and what has no width at all.
EDGE = " \t\r\n\f\v\xa0\u2002\u2003\u2009\u200a\u200b\u202f\u2060\u3000\ufeff"
# Signs that are nothing but bullets, and such as are one only where there are several.
BULLETS = "•‣▪▫◦●○■□∙⁃·→➔➜➤►▶✓✔✗✘\uf0b7\uf0a7"
MAYBE_BULLETS = "-–*+›»o"
SENTENCE_END = ".!?…。！？"
_CLOSING = "»”’\"')]›* \xa0\u202f"

_BULLET = re.compile(
    rf"([{BULLETS}])[ \t\xa0]*(.*)|([-–*+›»])(?:[ \t\xa0]+(.*))?$|(o)(?:\t| {{2,}})(.*)"
)
_NUMBER = re.compile(r"(?:(\d{1,3})[.)]|\((\d{1,3})\))(?:[ \t\xa0]+(.*))?$")
_WORDS = re.compile(r"\w+")

# The least measure of a text that was wrapped, and how much shorter than it a full line may be.
_LEAST_MEASURE = 40
_SLACK = 12
# A line that is longer was not wrapped for a screen of text.
WIDEST = 100
# A line of more characters is one of a text that was not wrapped, if such lines are so much of it.
_WIDE = 110
_SHARE = 0.4
# Characters of a line by which it is known.
_KEY = 300


class Line:
    """One line: `text` is stripped, `start:end` its bytes in the source, without the line's end.

    `gap` says that a blank line stands before it, `indent` how far it is indented. `sign` is a
    bullet ('' for none), `number` the number of a list item, `body` the text behind either.
    """

    __slots__ = ("_key", "body", "end", "gap", "indent", "number", "sign", "start", "text")

    def __init__(self, text: str, start: int, end: int, gap: bool = False, indent: int = 0) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.gap = gap
        self.indent = indent
        self.sign = ""
        self.number: int | None = None
        self.body = text
        self._key: str | None = None
        first = text[:1]
        if first.isdigit() or first == "(":
            if found := _NUMBER.match(text):
                self.number = int(found[1] or found[2])
                self.body = found[3] or ""
        elif (not first.isalpha() or first == "o") and (found := _BULLET.match(text)):
            self.sign = found[1] or found[3] or found[5]
            self.body = (found[2] or found[4] or found[6] or "").strip(EDGE)

    def __repr__(self) -> str:
        return f"Line({self.text!r}, {self.start}, {self.end})"

    @property
    def key(self) -> str:
        """The words of its body in small letters: lines that say the same have the same one."""
        if self._key is None:
            self._key = key(self.body[:_KEY])
        return self._key

    @property
    def final(self) -> str:
        """The last character, but for quotes and brackets that close."""
        return (self.body.rstrip(_CLOSING) or self.body)[-1:]

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.final in SENTENCE_END and self.body != ""

    @property
    def is_item(self) -> bool:
        """Whether it has the sign or the number of a list item."""
        return self.sign != "" or self.number is not None

    @property
    def is_lone(self) -> bool:
        """Whether it is a sign or a number and nothing else."""
        return self.is_item and not self.body

    def plain(self) -> None:
        """Take the sign or number for a part of the text."""
        self.sign, self.number, self.body, self._key = "", None, self.text, None


def is_unwrapped(lengths: Sequence[int]) -> bool:
    """Whether in lines of such lengths each paragraph is one line, and there are others."""
    wide = sum(length for length in lengths if length > _WIDE)
    return len(lengths) > 1 and min(lengths) <= _WIDE and wide >= _SHARE * sum(lengths)


def key(text: str) -> str:
    """The words of a text in small letters, one space between."""
    return " ".join(_WORDS.findall(text.lower()))


def split(data: bytes, at: int = 0) -> list[Line]:
    """The lines of some bytes that are not blank; `at` is where these begin in the source."""
    lines: list[Line] = []
    gap = False
    for raw in data.splitlines(keepends=True):
        whole = decode_piece(raw)
        text = whole.strip(EDGE)
        end = at + len(raw)
        if text:
            rest = whole.lstrip(EDGE)
            before = whole[: len(whole) - len(rest)]
            start = at + len(before.encode("utf-8", "surrogatepass"))
            last = end - len(whole[len(before) + len(text) :].encode("utf-8", "surrogatepass"))
            indent = len(before.replace("\t", "    "))
            lines.append(Line(text, start, max(last, start), gap, indent))
            gap = False
        else:
            gap = True
        at = end
    return lines


def groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between blank ones."""
    found: list[list[Line]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found


def measure(lines: Sequence[Line], mixed: bool = False) -> int:
    """The measure that the text was wrapped at, in characters; 0 where it was not.

    It was when the lines that another one follows are mostly full: the next word would not have
    fitted. Lines of verse all begin with a capital. Of `mixed` lines only the longer ones count.
    """
    widest = max((len(line.text) + line.indent for line in lines), default=0)
    if not _LEAST_MEASURE <= widest <= WIDEST:
        return 0
    least = widest // 2 if mixed else 0
    full = inner = small = 0
    for line, after in pairwise(lines):
        if not after.gap and len(line.text) >= least:
            inner += 1
            full += is_full(line, after, widest)
            small += not (after.text[:1].isupper() or after.is_item)
    if inner > 2 and not small:
        return 0
    return widest if inner and full >= 0.6 * inner else 0


def is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the line after it would not have stood on the line, or hardly."""
    word = after.text.find(" ")
    word = len(after.text) if word < 0 else word
    return line.indent + len(line.text) + 1 + word > width - _SLACK


def unwrapped(lines: Sequence[Line], width: int) -> list[Line]:
    """The lines with those put together that were one before they were wrapped at `width`."""
    joined: list[Line] = []
    last: Line | None = None  # the last line as it stands in the text
    for line in lines:
        if last is not None and not line.gap and not line.is_item and is_full(last, line, width):
            before = joined[-1]
            made = Line(
                f"{before.text} {line.text}", before.start, line.end, before.gap, before.indent
            )
            joined[-1] = made
        else:
            joined.append(line)
        last = line
    return joined


def with_signs(lines: Sequence[Line]) -> list[Line]:
    """The lines, a sign or number that stands alone put in front of the line it belongs to."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        lone = before is not None and before.is_lone and not line.gap and not line.is_item
        if lone and before is not None:
            line = Line(f"{before.text} {line.text}", before.start, line.end, before.gap)
            found[-1] = line
        else:
            found.append(line)
    return found


def settle_items(lines: Sequence[Line]) -> None:
    """Let only those signs and numbers stand that are a list's.

    A hyphen needs another item beside it, a number the one before or after it. Hyphens before
    what people say to each other are no bullets.
    """
    run: list[Line] = []
    before: Line | None = None
    for line in [*lines, Line("", 0, 0, True)]:
        if run and line.sign == run[0].sign:
            run.append(line)
        elif run and not line.is_item and not line.gap and before and _may_go_on(before, line):
            pass  # the rest of an item
        else:
            if run and (len(run) < 2 or is_dialogue(run)):
                for each in run:
                    each.plain()
            run = [line] if line.sign and line.sign in MAYBE_BULLETS else []
        before = line
    _settle_numbers(lines)


def _may_go_on(line: Line, after: Line) -> bool:
    """Whether the line after an item's, or its next one, belongs to it."""
    return after.indent > line.indent or len(line.text) >= _LEAST_MEASURE


def is_dialogue(lines: Sequence[Line]) -> bool:
    """Whether these are sentences that are said, one of them a question or an exclamation."""
    ends = [line.final for line in lines]
    closed = sum(final in SENTENCE_END for final in ends)
    return closed == len(ends) and any(final in "?!" for final in ends)


def _settle_numbers(lines: Sequence[Line]) -> None:
    run: list[Line] = []
    for line in [*lines, Line("", 0, 0)]:
        number = line.number
        if number is not None and run and run[-1].number == number - 1:
            run.append(line)
            continue
        if number is None and run and line.text and not line.gap and not line.sign:
            continue  # a line that belongs to the item
        if len(run) == 1 or (run and (run[0].number or 0) > 1 and len(run) < 3):
            for each in run:
                each.plain()
        run = [line] if number is not None else []
