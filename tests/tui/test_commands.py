"""What the command palette lists for what is typed: pure functions."""

import asyncio
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.binding import Binding

from reader.document.outline import Section
from reader.keys import rows
from reader.keys.names import shown as shown_key
from reader.paint import DARK, THEMES
from reader.tui import app
from reader.tui.bindings import made as bindings_made
from reader.tui.commands import LONGEST, Command, Commands, Finding
from reader.tui.ink import Ink
from reader.tui.offers import actions, articles, headings, themes
from reader.tui.screens import help as help_page
from reader.tui.screens import palette, shelf
from reader.tui.screens import themes as theme_list
from reader.tui.widgets import choices, panel, prompt

INK = Ink(DARK, "true")
ARTICLE = bindings_made(rows.ARTICLE)


async def nothing(*_: object) -> None:
    """What the commands of these tests do."""


def listed(texts: list[str], typed: str) -> list[str]:
    return [entry.text for entry in Commands([Command(t, nothing) for t in texts]).find(typed)]


def of_keys(typed: str, count: int = 3) -> list[str]:
    bound = Binding.make_bindings(bindings_made(rows.ARTICLE, rows.KEYLESS))
    made = Commands(actions(bound, nothing, INK))
    return [entry.text for entry in made.find(typed)][:count]


def test_nothing_typed_lists_all_in_order() -> None:
    assert listed(["b", "a", ""], "  ") == ["b", "a", ""]
    assert listed([], "a") == []


def test_the_order_of_what_is_found() -> None:
    texts = ["discontent", "a table of contents", "counting", "contents", "Cont.", "notes"]
    assert listed(texts, "cont") == [
        *("contents", "Cont.", "a table of contents"),
        *("discontent", "counting"),
    ]
    assert listed(texts, "cntt") == ["a table of contents", "contents"]
    assert listed(["a bc", "abc"], "ac") == ["abc"]  # letters of one word


def test_one_typing_mistake_where_nothing_else_is_found() -> None:
    texts = ["Contents of it", "a theme", "wider", "the wide road"]
    assert listed(texts, "contnets") == ["Contents of it"]  # changed places
    assert listed(texts, "wiider") == ["wider"]  # one too many
    assert listed(texts, "thexe") == ["a theme"]  # a wrong one
    assert listed(texts, "wjde") == ["wider", "the wide road"]
    assert listed(texts, "roda wide") == ["the wide road"]
    assert listed(texts, "wide") == ["wider", "the wide road"]  # (and no others)
    for nothing in ("wdi xx", "rdoa hteme", "cnotnets", "x" * 100):
        assert listed(texts, nothing) == []
    assert of_keys("jutsify", 1) == ["justified or ragged lines"]


def test_actions_stand_as_on_the_page_of_keys() -> None:
    assert of_keys("", 4) == ["line down", "line up", "page down", "page up"]
    listed = of_keys("", 99)
    assert listed.index("default measure") == listed.index("narrower measure") + 1


def test_all_words_must_be_there_in_any_order() -> None:
    texts = ["the price of bread", "bread", "the bread and its price", "bread at half price"]
    assert listed(texts, "price br") == [texts[0], texts[2], texts[3]]
    assert listed(texts, "BREAD  the") == [texts[0], texts[2]]
    assert listed(texts, "bread xyz") == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Les chiffres de l’énergie", "l'energie"),
        ("Les chiffres de l’énergie", "ENERGIE"),
        ("L'Œuvre", "oeuvre"),
        ("« Voilà »", "voila"),
        ("naive", "naïve"),
        ("Straße", "strasse"),
        ("日本語の文章", "語の"),
        ("C++ and C#", "c++"),
    ],
)
def test_accents_case_and_punctuation_do_not_count(text: str, typed: str) -> None:
    assert listed(["another", text], typed) == [text]


def test_what_is_no_word_finds_nothing_but_a_key() -> None:
    assert listed(["a", "b"], "!?") == []
    assert of_keys("?", 1) == ["help: all keys"]
    assert of_keys("]") == ["next section"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("q", ["close what is on top, or the article", "quit from anywhere"]),
        ("Q", ["quit from anywhere"]),
        ("quit", ["quit from anywhere", "cancel a question, copy a selection, else quit"]),
        ("cont", ["contents of the article"]),
        ("t", ["contents of the article"]),
        ("just", ["justified or ragged lines"]),
        ("ragged", ["justified or ragged lines"]),
        ("next-section", ["next section"]),
        ("prev sec", ["previous section"]),
        ("sect", ["next section", "previous section"]),
    ],
)
def test_actions_are_found_by_words_and_by_keys(typed: str, first: list[str]) -> None:
    assert of_keys(typed, len(first)) == first


def test_a_number_offers_so_many_percent_first() -> None:
    sections = [Section(f"About {n}", str(n), 2, n, n + 1, n) for n in range(1, 60)]
    made = Commands(headings(sections, nothing, INK), lambda n: Command(f"go to {n} %", nothing))
    assert [entry.text for entry in made.find("42")] == ["go to 42 %", "About 42"]
    assert made.find(" 42 % ")[0].text == "go to 42 %"
    assert made.find("0")[0].text == "go to 0 %"
    assert [entry.text for entry in made.find("101")] == []
    assert [entry.text for entry in made.find("7")][:3] == ["go to 7 %", "About 7", "About 17"]


def test_headings_have_their_depth_and_number() -> None:
    sections = [Section("A", "a", 2, 0, 9, 0), Section("B", "b", 4, 5, 9, 1)]
    one, two = headings(sections, nothing, INK)
    assert (one.depth, one.aside, two.depth, two.aside) == (0, "§1", 2, "§2")
    assert headings(sections, nothing, Ink(DARK, "16", ascii=True))[1].aside == "#2"
    assert headings([], nothing, INK) == []


def test_themes_only_where_there_are_colours() -> None:
    listed = themes(nothing, INK)
    assert [entry.text for entry in listed] == [palette.name for palette in THEMES]
    assert [entry.aside for entry in listed].count("theme, now") == 1
    assert themes(nothing, Ink(DARK, "none")) == []
    assert articles([], nothing) == []


def test_keys_are_those_of_the_bindings_now() -> None:
    bound = next(each for each in ARTICLE if each.id == "contents")
    again = [bound.with_key("f5"), bound.with_key("ctrl+t"), bound.with_key("x")]
    (command,) = actions(again, nothing, INK)
    assert command.aside == "F5 x"
    assert command.keys == ("x",)
    (command,) = actions(bindings_made(rows.KEYLESS), nothing, INK)
    assert command.aside == ""


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("right_square_bracket", "]"),
        ("plus", "+"),
        ("minus", "-"),
        ("slash", "/"),
        ("apostrophe", "'"),
        ("G", "G"),
        ("pagedown", "PgDn"),
        ("ctrl+o", "Ctrl-o"),
        ("shift+tab", "Shift-Tab"),
        ("down", "↓"),
    ],
)
def test_keys_as_the_reader_knows_them(key: str, shown: str) -> None:
    assert shown_key(key) == shown
    assert shown_key(key, ascii=True).isascii()


def test_every_binding_has_an_id_and_says_what_it_does() -> None:
    bindings = bindings_made(rows.ARTICLE, rows.COUNTS, rows.KEYLESS, rows.PANEL)
    for owner in (
        app.ReaderApp,
        help_page.HelpScreen,
        palette.PaletteScreen,
        shelf.ShelfScreen,
        theme_list.ThemeScreen,
        choices.CommandPrompt,
        prompt.Prompt,
    ):
        bindings += owner.BINDINGS
    assert bindings_made(rows.PANEL) == panel.Panel.BINDINGS
    for binding in bindings:
        assert binding.id, binding
        assert binding.description, binding
        assert binding.tooltip, binding
    ids = [binding.id for binding in bindings]
    assert len(set(ids)) == len(ids)


# ---------------------------------------------------------------- properties

WORDS = st.text("abcé -’A", max_size=12)


@given(st.lists(WORDS, max_size=8), WORDS, st.sampled_from("abc "))
def test_a_letter_more_finds_no_more(texts: list[str], typed: str, letter: str) -> None:
    typed = "a" + typed
    fewer, more = listed(texts, typed + letter), listed(texts, typed)
    for text in fewer:
        more.remove(text)


@given(st.lists(WORDS, max_size=8), WORDS, WORDS)
def test_the_order_of_the_words_decides_no_more_than_the_rank(
    texts: list[str], one: str, other: str
) -> None:
    assert sorted(listed(texts, f"{one} {other}")) == sorted(listed(texts, f"{other} {one}"))


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=20))
@settings(max_examples=200)
def test_whatever_is_typed_entries_come_at_most_once(texts: list[str], typed: str) -> None:
    made = Commands([Command(text, nothing, keys=(text[:1],)) for text in texts])
    found = [id(entry) for entry in made.find(typed)]
    assert len(set(found)) == len(found)
    assert set(found) <= {id(entry) for entry in made.entries}


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_every_word_of_an_entry_finds_it(texts: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(texts))
    for word in text.replace("-", " ").replace("’", " ").split():
        assert text in listed(texts, word)


# ---------------------------------------------------------------- cost


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def test_ten_thousand_headings_are_ranked_at_once() -> None:
    titles = [
        f"Chapter {n} of the long history of Örtchen number {n * 7919}" for n in range(10_000)
    ]
    made = Commands([Command(title, nothing) for title in titles])
    assert len(made.find("ortchen hist")) == 10_000
    plain = best(lambda: [title.lower().find("x") for title in titles for _ in range(4)])
    for typed in ("c", "cptr", "hst 79", "zzz", "of the long 7"):
        assert best(lambda typed=typed: made.find(typed)) < 4 * plain  # type: ignore[misc]


def test_many_are_ranked_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.commands.STEP", 3)
    texts = [f"Chapter {n}" for n in range(7)] + ["End of all"]
    made = Commands([Command(text, nothing, keys=("7",)) for text in texts])
    finding = Finding(made, "chapter")
    assert [finding.step() for _ in range(3)] == [True, True, False]
    assert len(made.texts) == 8
    assert [entry.text for entry in finding.found] == texts[:7]
    assert [entry.text for entry in made.find("7")] == texts
    assert len(made.texts) == 8


def test_hostile_text_and_typing_cost_little() -> None:
    made = Commands([Command("ab " * 100_000, nothing), Command("a\0b", nothing)])
    start = process_time()
    made.find("a" * 5_000 + "c")
    made.find("ab " * 5_000)
    assert process_time() - start < 0.5
    assert made.find("a b")[0] is made.entries[1]
    assert len(made.find("ab " * LONGEST)) == 1


def test_what_is_done_is_what_was_bound() -> None:
    done: list[str] = []

    async def act(action: str) -> None:
        done.append(action)

    async def run() -> None:
        for command in actions(ARTICLE, act, INK):
            await command.run()

    asyncio.run(run())
    assert done == [binding.action for binding in ARTICLE if binding.id != "palette"]
