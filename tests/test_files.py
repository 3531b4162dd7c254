"""Regular files are read without waiting, and nothing else is."""

import os
from pathlib import Path

import pytest

from reader.files import NotRegularError, read_regular


def test_only_regular_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"words")
    (tmp_path / "link").symlink_to(path)
    assert read_regular(str(tmp_path / "link"), 3) == b"wor"
    os.mkfifo(tmp_path / "pipe")
    for other in (str(tmp_path / "pipe"), str(tmp_path), os.devnull):
        with pytest.raises(NotRegularError):
            read_regular(other, 3)
    with pytest.raises(FileNotFoundError):
        read_regular(str(tmp_path / "none"), 3)
    with pytest.raises(ValueError, match="null"):
        read_regular("a\0b", 3)
    # What takes the file's place after the look at it is not waited for either.
    monkeypatch.setattr("reader.files.os.stat", lambda _: os.stat_result((0o100600, *[0] * 9)))
    with pytest.raises(NotRegularError):
        read_regular(str(tmp_path / "pipe"), 3)
