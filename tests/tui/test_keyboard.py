"""Pastes are told apart from keys, whatever stands in them and however they are cut."""

from hypothesis import given
from hypothesis import strategies as st

from reader.document.characters import clean
from reader.tui.keyboard import BEGIN, END, LONGEST, Keyboard


def parts(*pieces: str) -> list[tuple[bool, str]]:
    keyboard = Keyboard()
    return [part for piece in pieces for part in keyboard.read(piece)]


def test_what_is_pasted_is_text_to_its_end() -> None:
    evil = "x \x1b[999Qe\x1b[200~Q\x03\x9b31m\r\ny\tz"
    assert parts(f"a{BEGIN}{evil}{END}b") == [(False, "a"), (True, clean(evil)), (False, "b")]
    assert not {"\x1b", "\x03", "\x9b", "\r"} & set(parts(f"{BEGIN}{evil}{END}")[0][1])


@given(st.lists(st.sampled_from(["a", "\x1b", "[", "20", "0", "1", "~", BEGIN, END])), st.data())
def test_however_it_is_cut(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    whole, cut = parts(text), parts(*pieces)
    assert [part for part in whole if part[0]] == [part for part in cut if part[0]]
    # Nothing that is typed is lost; the beginning of a mark has gone on before its rest came.
    typed = iter("".join(part for pasted, part in cut if not pasted))
    assert all(sign in typed for pasted, part in whole if not pasted for sign in part)


def test_a_mark_that_is_not_finished_in_time_is_keys() -> None:
    keyboard = Keyboard()
    assert list(keyboard.read("\x1b")) == [(False, "\x1b")]
    keyboard.pause()
    assert list(keyboard.read("[200~")) == [(False, "[200~")]
    assert not keyboard.pasting
    assert list(keyboard.read(BEGIN + "a\x1b[20")) == []
    keyboard.pause()  # inside of a paste there is no such thing
    assert list(keyboard.read("1~b")) == [(True, "a"), (False, "b")]


def test_a_paste_has_an_end() -> None:
    keyboard = Keyboard()
    assert list(keyboard.read(BEGIN)) == []
    for _ in range(100):
        assert list(keyboard.read("abcd" * 1000)) == []
    assert sum(map(len, keyboard._pasted)) <= LONGEST
    assert [len(text) for _, text in keyboard.read(END)] == [LONGEST]
    assert list(keyboard.read(f"{BEGIN}x{END}")) == [(True, "x")]
