"""Types of content as servers declare them: which are read, and what the others are called."""

import re

from reader.formats.source import MEDIA, OPEN_MEDIA

# Those that are read, beside all of `text/` that is not below. What is in XML or JSON is looked at
# more closely when it is there, as is what comes without a type.
_READ = {"", "application/octet-stream", "binary/octet-stream", *MEDIA, *OPEN_MEDIA}
_NAMES = {
    "application/pdf": "a PDF file",
    "application/epub+zip": "a book (EPUB)",
    "application/zip": "an archive (ZIP)",
    "application/gzip": "a compressed file (gzip)",
    "application/x-gzip": "a compressed file (gzip)",
    "application/x-tar": "an archive (tar)",
    "application/msword": "an office file",
    "application/rtf": "a rich text file (RTF)",
    "application/javascript": "a program (JavaScript)",
    "application/x-javascript": "a program (JavaScript)",
    "application/wasm": "a program",
    "application/ld+json": "a JSON file that is no feed",
    "text/javascript": "a program (JavaScript)",
    "text/css": "a style sheet",
    "text/rtf": "a rich text file (RTF)",
    "text/calendar": "a calendar",
    "multipart/form-data": "a form",
}
_FAMILIES = {
    "image": "an image ({})",
    "video": "a video",
    "audio": "a sound recording",
    "font": "a font",
    "model": "a 3D model",
}
_OFFICE = ("application/vnd.openxml", "application/vnd.oasis", "application/vnd.ms-")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)


def taken_apart(header: str) -> tuple[str, str]:
    """The media type and the encoding in a `Content-Type`; '' where it has none.

    What is some XML by its name is `application/xml`: of `application/x-rss+xml` and the like, the
    content says what it is.
    """
    media = header.partition(";")[0].partition(",")[0].strip().lower()
    if media.startswith("application/") and media.endswith("+xml") and media not in _READ:
        media = "application/xml"
    charset = _CHARSET.search(header[:1000])
    return media, charset[1] if charset else ""


def refused(media: str) -> str:
    """What something of this type is, if it is none that can be read; else ''."""
    if media in _NAMES:
        return _NAMES[media]
    family, _, kind = media.partition("/")
    if media in _READ or (family == "text" and kind):
        return ""
    if family in _FAMILIES:
        sort = kind.removeprefix("x-").partition("+")[0].partition(";")[0]
        return _FAMILIES[family].format(sort.upper()[:20] or "?")
    if media.startswith(_OFFICE):
        return "an office file"
    return f"data of the type {media[:60]}"
