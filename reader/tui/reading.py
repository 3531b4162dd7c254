"""One open article and the place in it: what the keys do, without a screen."""

import gc
from bisect import bisect_left, bisect_right

from reader.document.find import Finder
from reader.document.length import estimated_words, minutes_left
from reader.document.model import Document
from reader.document.outline import Outline, Section
from reader.tui.geometry import blank_rows
from reader.tui.jumps import Jumps, Place
from reader.typeset.layout import Layout
from reader.typeset.line import Signs
from reader.typeset.viewport import Viewport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.facts.model import Fact
    from reader.facts.quotes import Quote, Quotes, Speaker
    from reader.tui.search import Search
    from reader.tui.selection import Selection

# Characters up to which the facts are tied at once; for longer articles that takes a worker.
SHORT = 1 << 18
# Lines above the place where the reading goes on after a pause.
CONTEXT_LINES = 2


class Reading:
    """The state of reading `document`: its layout, viewport, sections, facts, jumps and search.

    `lit` is the range of the sentence that the last fact led to, `selection` what is selected,
    wherever the window stands. `pointed` says whether the reading line is worth a mark in the margin
    (after a page turn or a jump, until a line is scrolled). `returned` is where the reading went on
    after a pause, -1 once it has.

    The first screen is painted from one of these, so what only comes later is imported later.
    """

    def __init__(self, document: Document, measure: int, height: int, signs: Signs) -> None:
        self.document = document
        self.signs = signs
        self.layout = Layout(document, measure, signs=signs)
        self.viewport = Viewport(self.layout, height, blank_rows(height))
        self.outline = Outline()
        self.facts_final = False
        self._facts: list[Fact] | None = None
        self._quotes: Quotes | None = None
        self._found: tuple[list[Fact], list[Quote]] | None = None
        self._beside: list[Fact] | None = None
        self._nothing: list[Fact] = []
        self._speakers: tuple[int, list[Speaker]] | None = None
        self.jumps = Jumps()
        self.finder = Finder(document)
        self.search: Search | None = None
        self.lit: tuple[int, int] | None = None
        self.selection: Selection | None = None
        self.pointed = False
        self.returned = -1
        self._run = ""
        self._counted = (-1, 0)  # words, as estimated when the text was so long
        self.outline.update(document)

    @property
    def facts(self) -> "list[Fact]":
        """The author's facts, with their places where these are known."""
        if self._facts is None:
            self._facts = self.tied_facts()
            self.facts_final = not any(fact.start < 0 for fact in self._facts)
        return self._facts

    @facts.setter
    def facts(self, facts: "list[Fact]") -> None:
        self._facts = facts
        self._beside = None

    @property
    def found(self) -> "list[Fact]":
        """The facts that were found beside the author's, the most important first."""
        if self._found is None:
            return self._nothing
        if self._beside is None:
            from reader.facts.repeats import beside

            self._beside = beside(self.facts, self._found[0])
        return self._beside

    @property
    def looked(self) -> bool:
        """Whether the text has been looked through for facts."""
        return self._found is not None

    def take_found(self, facts: "list[Fact]", said: "list[Quote]") -> None:
        """What was found in the text: facts, and quotes."""
        self._found = facts, said
        self._beside = self._speakers = None

    @property
    def quotes(self) -> "Quotes":
        """The quotes of what has been parsed."""
        if self._quotes is None:
            from reader.facts.quotes import Quotes

            self._quotes = Quotes()
        self._quotes.update(self.document)
        return self._quotes

    @property
    def speakers(self) -> "list[Speaker]":
        """Those who are quoted, by the author's marks or as it was found."""
        own = self.quotes
        if self._found is None or not self._found[1]:
            return own.speakers
        if self._speakers is None or self._speakers[0] != len(own.all):
            from reader.facts.quotations import joined
            from reader.facts.quotes import by_speaker

            self._speakers = len(own.all), by_speaker(joined(own.all, self._found[1]))
        return self._speakers[1]

    # ------------------------------------------------------------------ the document grows

    def grow(self) -> bool:
        """Parse one more piece of the document; False when it is complete."""
        growing = self.document.grow()
        self.layout.update()
        self.outline.update(self.document)
        if not growing and not self.facts_final and len(self.document) < SHORT:
            self.facts, self.facts_final = self.tied_facts(), True
        return growing

    def tied_facts(self) -> "list[Fact]":
        """The author's facts with their places in what has been parsed."""
        if not self.document.metadata.facts:
            return []
        from reader.facts.authored import authored

        return authored(self.document)

    def finish(self) -> None:
        """Parse all that is left."""
        # What is built here stays; looking through it for garbage takes a fifth of the time.
        enabled = gc.isenabled()
        gc.disable()
        self.document.finish()
        self.layout.update()
        self.outline.update(self.document)
        if enabled:
            gc.enable()

    def resize(self, measure: int, height: int, justify: bool = False, hang: int = 0) -> None:
        """Take a new measure, height or other edges; the line that is being read keeps its row."""
        layout = self.layout
        same = (measure, justify, hang) == (layout.measure, layout.justify, layout.hang)
        if same and height == self.viewport.height:
            return
        if not same:
            self.layout = layout.at(measure, justify, hang)
        self.viewport.tail = blank_rows(height)
        self.viewport.relayout(self.layout, height)

    # ------------------------------------------------------------------ where the reader is

    @property
    def here(self) -> int:
        """The offset that is being read."""
        return self.viewport.here

    @property
    def place(self) -> Place:
        """Where the reader is, to come back to."""
        return Place(self.viewport.here, self.viewport.row, *self.viewport.anchor)

    @property
    def section(self) -> int:
        """The number of the section being read, from 0; -1 before the first."""
        return self.outline.at(self.here)

    def section_at(self, offset: int) -> tuple[str, str]:
        """The number of the section that `offset` is in, among all, and its title."""
        sections = self.outline.sections
        index = self.outline.at(offset)
        return (f"{index + 1}/{len(sections)}", sections[index].title) if index >= 0 else ("", "")

    @property
    def percent(self) -> int:
        """How much is read, in percent: 100 once the last line is in view."""
        if self.viewport.at_end:
            return 100
        if self.document.complete:
            return 100 * self.here // max(len(self.document), 1)
        block = self.document.blocks[self.document.block_at(self.here)]
        return 100 * block.source[0] // max(self.document.size, 1)

    @property
    def minutes_left(self) -> int:
        """Minutes to the end at an even pace; 0 at the end."""
        if self._counted[0] != len(self.document):
            self._counted = len(self.document), estimated_words(self.document)
        return minutes_left(self._counted[1], self.percent)

    # ------------------------------------------------------------------ moving

    def scroll(self, lines: int) -> None:
        """Scroll by lines; marks are put away."""
        self._walked("")
        self.viewport.scroll(lines)
        self.pointed = False

    def page(self, count: int) -> None:
        """Turn `count` pages."""
        self._walked("")
        for _ in range(abs(count)):
            self.viewport.page(1 if count > 0 else -1)
        self.pointed = True

    def half_page(self, count: int) -> None:
        """Scroll by half pages."""
        self.scroll(count * max(self.viewport.height // 2, 1))

    def start(self) -> None:
        """Go to the beginning."""
        self._leave("")
        self.viewport.start()
        self.pointed = False

    def end(self) -> None:
        """Go to the end."""
        self.finish()
        self._leave("")
        self.viewport.end()
        self.pointed = False

    def go_percent(self, percent: int) -> None:
        """Go to so many percent of the text."""
        self.finish()
        self._leave("")
        self.viewport.jump(-(-len(self.document) * min(percent, 100) // 100))
        self.pointed = True

    def jump(self, offset: int, run: str = "") -> None:
        """Go to `offset`; jumps of the same `run` in a row are one jump to go back over."""
        self._leave(run)
        self.viewport.jump(offset)
        self.pointed = True

    def go_section(self, step: int) -> str:
        """Go `step` sections on or back; what to say if there is none."""
        while step > 0 and self._sections_after(self.here) < step and self.grow():
            pass
        starts = [section.start for section in self.outline.sections]
        if not starts:
            return "no sections"
        if step > 0:
            index = bisect_right(starts, self.here) + step - 1
            if index >= len(starts):
                return "no section after this one"
        else:
            index = bisect_left(starts, self.here) + step
            if index < 0:
                if self.here == 0:
                    return "no section before this one"
                self.jump(0, "section")
                return ""
        self.jump(starts[index], "section")
        return ""

    def go_section_number(self, number: int) -> str:
        """Go to section `number`, from 1."""
        while number > len(self.outline.sections) and self.grow():
            pass
        if not 0 < number <= len(self.outline.sections):
            return f"there is no section {number}"
        self.jump(self.outline.sections[number - 1].start)
        return ""

    def go_paragraph(self, step: int) -> None:
        """Go `step` paragraphs on or back."""
        self._walked("")
        blocks = self.document.blocks
        if not blocks:
            return
        index = self.document.block_at(self.here)
        direction = 1 if step > 0 else -1
        if direction < 0 and self.here > blocks[index].start:
            step += 1
        while step:
            index += direction
            if index >= len(blocks) and not self.grow():
                break
            if not 0 <= index < len(blocks):
                break
            if blocks[index].end > blocks[index].start:
                step -= direction
        index = max(min(index, len(blocks) - 1), 0)
        self.viewport.jump(blocks[index].start)
        self.pointed = True

    def go_fact(self, step: int) -> "Fact | None":
        """Go `step` facts on or back in the order of the text; the fact, or None."""
        facts = [*self.facts, *self.found]
        placed = sorted((fact for fact in facts if fact.start >= 0), key=lambda fact: fact.start)
        starts = [fact.start for fact in placed]
        if step > 0:
            index = bisect_right(starts, self.here) + step - 1
        else:
            index = bisect_left(starts, self.here) + step
        if not 0 <= index < len(placed):
            return None
        self.go_to_fact(placed[index], "fact")
        return placed[index]

    def go_to_fact(self, fact: "Fact", run: str = "") -> None:
        """Go to the fact's place, with its sentence lit."""
        from reader.document.sentence import sentence

        self.jump(fact.start, run)
        self.lit = sentence(self.document, fact.start, fact.end)

    def sentence_of(self, fact: "Fact") -> str:
        """The sentence that the fact stands in; empty if its place is not known."""
        from reader.document.sentence import sentence

        if fact.start < 0:
            return ""
        start, end = sentence(self.document, fact.start, fact.end)
        return self.document.text[start:end].replace("\n", " ").replace("\t", "  ")

    def back(self) -> bool:
        """Go back to before the last jump; False if there was none."""
        return self._return(self.jumps.back(self.place))

    def forward(self) -> bool:
        """Go forward again; False if there is nothing."""
        return self._return(self.jumps.forward(self.place))

    def before_jump(self) -> bool:
        """Go to before the last jump, which is a jump itself; False if there was none."""
        place = self.jumps.last
        if place is None:
            return False
        self._leave("")
        self.restore(place)
        self.pointed = True
        return True

    def restore(self, place: Place) -> None:
        """Stand at `place` as it was."""
        self.viewport.place(place.anchor, place.anchor_row)
        self.viewport.read(place.offset, place.row)
        self.pointed = False

    def come_back(self, offset: int) -> None:
        """Read on at `offset`, with a few lines above to pick up the thread."""
        self.layout.update()
        self.outline.update(self.document)
        self.viewport.place(offset, CONTEXT_LINES)
        self.pointed = True
        self.returned = offset

    def find_section(self, slug: str) -> Section | None:
        """The section of that slug, parsing on until it is found."""
        while (section := self.outline.find(slug)) is None and self.grow():
            pass
        return section

    def _return(self, place: Place | None) -> bool:
        self._walked("")
        if place is None:
            return False
        self.restore(place)
        self.pointed = True
        return True

    def _leave(self, run: str) -> None:
        """About to jump: remember the place, unless the jump goes on with the same run."""
        if not run or run != self._run:
            self.jumps.push(self.place)
        self._walked(run)

    def _walked(self, run: str) -> None:
        self._run = run
        self.returned = -1
        self.lit = None
        if self.search is not None:
            self.search.wanted = 0

    def _sections_after(self, offset: int) -> int:
        """How many sections are known to begin after `offset`."""
        sections = self.outline.sections
        return len(sections) - bisect_right(sections, offset, key=lambda section: section.start)
