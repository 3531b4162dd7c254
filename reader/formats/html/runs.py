"""The inline content of a piece: text, marks, breaks and images, in the order of the page."""

from itertools import groupby
from operator import itemgetter

from reader.document.characters import clean_line
from reader.formats.html.dom import collapsed

# One event: what it is (`text code start end break image note`), and two strings: the text; the
# kind and the address of a mark; the address and alt text of an image; a note's label and text.
Run = tuple[str, str, str]


class Runs:
    """Collects the runs of one leaf; marks may go on from one leaf to the next."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._marks: list[tuple[str, str]] = []
        self._said = False

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return self._said

    @property
    def is_picture(self) -> bool:
        """Whether there are pictures, and nothing else to see."""
        seen = {op for op, value, _ in self._runs if op not in ("start", "end") and value.strip()}
        return seen == {"image"}

    def keep_last_image(self, count: int) -> None:
        """Of the last `count` images only the last, if there is nothing between them."""
        at = [index for index, run in enumerate(self._runs) if run[0] == "image"][-count:]
        between = self._runs[at[0] :] if at else []
        if not any(
            run[0] in ("code", "note") or (run[0] == "text" and run[1].strip()) for run in between
        ):
            for index in reversed(at[:-1]):
                del self._runs[index]

    @property
    def ends_with_break(self) -> bool:
        """Whether nothing stands after the last hard break."""
        for op, value, _ in reversed(self._runs):
            if op == "break":
                return True
            if op not in ("start", "end") and value.strip(" "):
                return False
        return False

    def text(self, text: str) -> None:
        """Running text, its white space as it stands in the page."""
        text = collapsed(text)
        if not text or (not self._said and text == " "):
            return
        if not self._said and text.strip(" \xa0\u200b\u2060\ufeff"):
            self._said = True
        self._runs.append(("text", text, ""))

    def code(self, text: str) -> None:
        """Code within a line."""
        text = collapsed(text)
        inner = text.strip(" ")
        if not inner:
            self.text(text)
            return
        if text[0] == " ":
            self.text(" ")
        self._runs.append(("code", inner, ""))
        self._said = True
        if text[-1] == " ":
            self.text(" ")

    def line_break(self) -> None:
        """A hard break; in front of everything it is nothing."""
        if self._said:
            self._runs.append(("break", "", ""))

    def image(self, src: str, alt: str) -> None:
        """An image."""
        self._runs.append(("image", src, alt))
        self._said = True

    def note(self, label: str, text: str) -> None:
        """The mark of a footnote; a link, which cannot hold one, ends and begins again."""
        marks = self._marks if self.is_open("link") else []
        self._runs.extend(("end", *mark) for mark in reversed(marks))
        self._runs.append(("note", label, text))
        self._runs.extend(("start", *mark) for mark in marks)
        self._said = True

    def start(self, kind: str, href: str = "") -> None:
        """Open a mark; one that was closed just now goes on."""
        self._marks.append((kind, href))
        if self._runs and self._runs[-1] == ("end", kind, href):
            self._runs.pop()
        else:
            self._runs.append(("start", kind, href))

    def end(self) -> None:
        """Close the mark opened last."""
        kind, href = self._marks.pop()
        self._runs.append(("end", kind, href))

    def is_open(self, kind: str) -> bool:
        """Whether a mark of this kind is open."""
        return any(mark[0] == kind for mark in self._marks)

    def drop(self) -> None:
        """Forget what there is: nothing to see."""
        if self._runs:
            self._runs = [("start", *mark) for mark in self._marks]

    def take(self) -> list[Run]:
        """The runs so far, all marks closed; those that are open are opened again."""
        runs = self._runs
        runs.extend(("end", *mark) for mark in reversed(self._marks))
        if len(runs) > 1:
            runs = _joined(runs)
        _strip(runs)
        self._runs = [("start", *mark) for mark in self._marks]
        self._said = False
        return runs


def _joined(runs: list[Run]) -> list[Run]:
    """Runs with neighbours of the same kind in one; only text and code have such neighbours."""
    joined: list[Run] = []
    for op, group in groupby(runs, key=itemgetter(0)):
        if op in ("text", "code"):
            text = "".join(run[1] for run in group)
            joined.append((op, collapsed(text), ""))
        else:
            joined.extend(group)
    return joined


def _strip(runs: list[Run]) -> None:
    """Take hard spaces and breaks off both ends: they are there for looks."""
    for indexes, side in ((range(len(runs)), "left"), (range(len(runs) - 1, -1, -1), "right")):
        for index in indexes:
            op, value, _ = runs[index]
            if op == "text":
                value = value.lstrip(" \xa0") if side == "left" else value.rstrip(" \xa0")
                runs[index] = ("text", value, "")
                if value:
                    break
            elif op == "break":
                runs[index] = ("text", "", "")
            elif op not in ("start", "end"):
                break


def plain(runs: list[Run]) -> str:
    """The text of runs as one clean line."""
    parts = []
    for op, value, extra in runs:
        if op in ("text", "code"):
            parts.append(value)
        elif op == "image":
            parts.append(extra)
        elif op == "break":
            parts.append(" ")
    return collapsed(clean_line("".join(parts))).strip(" ")
