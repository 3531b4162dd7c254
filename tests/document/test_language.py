"""The language of a text: right for what is clear, none in doubt, never a wrong one."""

from pathlib import Path
from unicodedata import combining, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.language import detect, detect_in
from reader.formats import parse
from reader.formats.source import Source
from tests.document.languages import TEXTS, TITLES, UNKNOWN

CLEAR = [
    pytest.param(tag, text, id=f"{tag}-{number}")
    for tag, texts in TEXTS.items()
    for number, text in enumerate(texts)
]
# Languages whose texts are often typed without accents.
PLAIN_LETTERS = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "æ": "ae", "ß": "ss"})
ACCENTED = (
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "ca",
    "da",
    "nb",
    "sv",
    "fi",
    "pl",
    "cs",
    "sk",
    "hu",
    "ro",
    "tr",
)

FRENCH, ENGLISH = TEXTS["fr"], TEXTS["en"]
NAMES = (
    "Satya Nadella, Jensen Huang, Dario Amodei, John Smith, Mary Jones, Ludwig van Beethoven, "
    "Vincent van Gogh, Miguel de Cervantes, Charles de Gaulle, Anna von Hausswolff, Leonardo da "
    "Vinci, Vasco da Gama, Ursula von der Leyen, Tom Hanks, Will Smith"
)


@pytest.mark.parametrize(("tag", "text"), CLEAR)
def test_clear_texts(tag: str, text: str) -> None:
    assert detect(text) == tag


@pytest.mark.parametrize(("tag", "text"), CLEAR)
def test_a_part_of_a_text_is_of_its_language_or_of_none(tag: str, text: str) -> None:
    words = text.split()
    parts = [words[at : at + size] for size in (5, 9, 16) for at in range(0, len(words), size)]
    assert {detect(" ".join(part)) for part in parts} <= {tag, ""}


@pytest.mark.parametrize(
    ("tag", "text"), [pair for pair in CLEAR if pair.values[0] not in ("he", "th")]
)
def test_capitals(tag: str, text: str) -> None:
    assert detect(text.upper()) == tag


@pytest.mark.parametrize(("tag", "text"), [pair for pair in CLEAR if pair.values[0] in ACCENTED])
def test_texts_typed_without_accents(tag: str, text: str) -> None:
    folded = normalize("NFD", text.translate(PLAIN_LETTERS))
    assert detect("".join(char for char in folded if not combining(char))) == tag


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_is_not_known_is_not_named(text: str) -> None:
    assert detect(text) == ""


@pytest.mark.parametrize(("tag", "title"), TITLES)
def test_titles(tag: str, title: str) -> None:
    assert detect(title) in (tag, "")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("", ""),
        ("42", ""),
        ("1 234,56 € 12:30 2025-11-18 " * 20, ""),
        ("- [x] 1\n- [ ] 2\n", ""),
        (NAMES, ""),
        ("the the the the the the the the", ""),
        ("la la la la la la de da de da", ""),
        ("npm install reader && cd reader && make test", ""),
        ("https://example.org/the/of/and/in/to https://de.example.it/la/le", ""),
        ("α β γ δ ε λ π", ""),
        # French with English names, and the other way round.
        (
            "Le patron de The Information a quitté The New York Times pour Meta, dit-on au Wall "
            "Street Journal. Selon The Verge, son arrivée chez le géant des réseaux sociaux a été "
            "préparée depuis des mois par Head of Product et Chief of Staff, qui ne sont plus là.",
            "fr",
        ),
        (
            "The French say “l’appétit vient en mangeant”, and the cook of Le Petit Zinc on the "
            "Rue de Buci would agree. He has been there for thirty years, and most of the guests "
            "know him by his first name; the menu is the same as it was when he began.",
            "en",
        ),
        (f"{ENGLISH[0]} « {FRENCH[0][:150]} » {ENGLISH[1]}", "en"),
        (f"{FRENCH[0]} “{ENGLISH[0][:150]}” {FRENCH[1]}", "fr"),
        (FRENCH[0] + ENGLISH[0] + TEXTS["de"][0], ""),
        (TEXTS["zh"][0] + " GitHub, Python, Textual, Microsoft", "zh"),
        (ENGLISH[0] + "東京大学" + ENGLISH[1], "en"),
        (TEXTS["ru"][0] + " Microsoft Windows, GitHub, OpenAI", "ru"),
        ("Слова " + ENGLISH[0], "en"),
    ],
)
def test_what_is_mixed_or_no_prose(text: str, tag: str) -> None:
    assert detect(text) == tag


def test_the_whole_of_a_long_text_counts() -> None:
    assert detect(ENGLISH[0] + "\n" + "\n".join(FRENCH) * 100) == "fr"


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_will_do(text: str) -> None:
    assert detect(text).isalpha() or detect(text) == ""


def read(text: str, kind: str = "markdown") -> str:
    metadata = parse(Source("x", text, kind)).metadata
    assert metadata.lang_detected is bool(metadata.lang)
    return metadata.lang


def test_code_is_no_prose() -> None:
    code = "```python\n" + "for item in the_list: print(item)  # it is not for the\n" * 60 + "```\n"
    assert read(f"# Notes\n\n{FRENCH[0]}\n\n{code}\n{code}\n{FRENCH[1]}\n") == "fr"
    assert read("# reader\n\n" + code) == ""
    inline = " ".join(f"`if the {name} is of this and not that`" for name in "abcdef")
    assert read(f"{FRENCH[0]} {inline}") == "fr"


def test_a_readme_with_little_prose() -> None:
    text = (
        "# fastpipe\n\n![build](https://ci.example.org/badge.svg)\n\nA small tool that reads lines "
        "from a pipe and writes them to a file.\n\n## Install\n\n    pip install fastpipe\n\n## Usage"
        "\n\n```\nfastpipe --output FILE\n```\n\n## License\n\nMIT\n"
    )
    assert read(text) == "en"


def test_what_is_declared_stays() -> None:
    document = parse(Source("x", f"---\nlang: de\n---\n{FRENCH[0]}\n", "markdown"))
    assert (document.metadata.lang, document.metadata.lang_detected) == ("de", False)


def test_every_format_is_looked_at() -> None:
    assert read("\n\n".join(FRENCH), "text") == "fr"
    assert read(f"title: Le pont\nsections:\n  - blocks:\n      - {FRENCH[2]!r}\n", "yaml") == "fr"


def test_a_long_article_is_looked_at_in_several_places() -> None:
    text = "\n\n".join([*ENGLISH, *FRENCH * 40])
    document = parse(Source("x", text, "text"))
    assert detect_in(document) == "fr"
    one = parse(Source("x", text.replace("\n\n", " "), "text"))
    assert len(one.blocks) == 1
    assert detect_in(one) == "fr"


@pytest.mark.parametrize("path", sorted(Path("articles").glob("*.md")), ids=lambda path: path.name)
def test_the_articles_that_come_with_the_program(path: Path) -> None:
    document = parse(Source(path.name, path.read_bytes(), "markdown"))
    assert detect_in(document) == document.metadata.lang
