"""Which files an article may open: only those of its own folder."""

import os
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.tui.beside import is_same_file, linked_file


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "secret.md").write_text("secret")
    folder = tmp_path / "articles"
    (folder / "sub").mkdir(parents=True)
    for name in ("article.md", "other.md", "sub/deep.md", "two words.md", "50%.md", "a#b.md"):
        (folder / name).write_text("text")
    return str(folder / "article.md")


@pytest.mark.parametrize(
    ("href", "name", "fragment"),
    [
        ("other.md", "other.md", ""),
        ("other.md#part", "other.md", "part"),
        ("other.md?x=1#part", "other.md", "part"),
        ("./sub/deep.md", "sub/deep.md", ""),
        ("sub/../other.md", "other.md", ""),
        ("../articles/other.md", "other.md", ""),
        ("two%20words.md", "two words.md", ""),
        ("50%25.md", "50%.md", ""),
        ("a%23b.md#c", "a#b.md", "c"),
        ("?x", "article.md", ""),
    ],
)
def test_files_of_the_folder(article: str, href: str, name: str, fragment: str) -> None:
    folder = os.path.realpath(Path(article).parent)
    assert linked_file(article, href) == (f"{folder}/{name}", fragment)


@pytest.mark.parametrize(
    "href",
    [
        "../secret.md",
        "../../etc/passwd",
        "../../../../../../../../etc/passwd",
        "%2e%2e/secret.md",
        "..%2fsecret.md",
        "sub/../../secret.md",
        "/etc/passwd",
        "file:///etc/passwd",
        "file:%2fetc/passwd",
        "..",
        "link.md",
        "out/secret.md",
    ],
)
def test_nothing_outside_is_opened(article: str, href: str) -> None:
    folder = Path(article).parent
    (folder / "link.md").symlink_to(folder.parent / "secret.md")
    (folder / "out").symlink_to(folder.parent)
    with pytest.raises(SourceError, match="lies outside"):
        linked_file(article, href)


def test_a_folder_whose_name_only_begins_alike_is_outside(article: str) -> None:
    sibling = Path(article).parent.parent / "articles-private"
    sibling.mkdir()
    (sibling / "x.md").write_text("x")
    with pytest.raises(SourceError, match="outside"):
        linked_file(article, "../articles-private/x.md")


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("missing.md", "missing.md: no such file"),
        ("other.md/x", "other.md/x: no such file"),
        ("a%00b", "a%00b: no such file"),
        ("sub", "sub: is a folder"),
        ("pipe", "pipe: is no regular file"),
        ("loop.md", "loop.md: "),
        ("%1b]0;x%07.md", "%1b]0;x%07.md: no such file"),
        ("%ff%fe", "%ff%fe: no such file"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(article: str, href: str, message: str) -> None:
    folder = Path(article).parent
    os.mkfifo(folder / "pipe")
    (folder / "loop.md").symlink_to("loop.md")
    with pytest.raises(SourceError) as caught:
        linked_file(article, href)
    assert caught.value.message.startswith(message)
    assert "\n" not in caught.value.message
    assert "\x1b" not in caught.value.message


def test_an_article_from_a_pipe_has_no_folder() -> None:
    with pytest.raises(SourceError, match="without a folder"):
        linked_file("", "other.md")


def test_a_symbolic_link_inside_the_folder_is_fine(article: str) -> None:
    folder = Path(article).parent
    (folder / "alias.md").symlink_to("sub/deep.md")
    path, _ = linked_file(article, "alias.md")
    assert is_same_file(path, str(folder / "sub/deep.md"))
    assert not is_same_file(path, article)
    assert not is_same_file(path, "")


def test_relative_article_paths(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(article).parent)
    assert linked_file("article.md", "other.md")[0].endswith("/articles/other.md")
    with pytest.raises(SourceError, match="outside"):
        linked_file("article.md", "../secret.md")
