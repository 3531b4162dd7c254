"""What is no text is refused, by name where its first bytes tell what it is."""

from reader.errors import SourceError
from reader.formats.decoding import MARKS, wide

# How files begin that hold no text.
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"PK\x03\x04", "an archive or office file (ZIP)"),
    (b"PK\x05\x06", "an archive (ZIP)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
)
# A text may have this many bytes for each NUL in it; one is always allowed.
_BYTES_PER_NUL = 500


def refuse_binary(name: str, data: bytes) -> None:
    """Raise SourceError for bytes that are no text; `name` is what to call them."""
    what = next((what for magic, what in _MAGIC if data.startswith(magic)), "")
    if not what and _is_binary(data):
        what = "binary data"
    if what:
        raise SourceError(
            f"{name}: {what}, not text", "reader opens web pages, Markdown, YAML and text."
        )


def _is_binary(data: bytes) -> bool:
    """Whether there are too many NULs for a text; a stray one does no harm."""
    if b"\0" not in data:
        return False
    nuls = data.count(0)
    if data.startswith(tuple(mark for mark, _ in MARKS[1:])) or wide(data):
        return False
    if nuls > max(1, len(data) // _BYTES_PER_NUL):
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False
