"""From bytes to text, whatever encoding they are in; never fails."""

# UTF-32 first: its little-endian mark begins like that of UTF-16.
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# How texts in other encodings of Unicode begin.
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# What is meant by the name of an encoding that has less.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
# Names of encodings that Python has under others, and what browsers mean by some (WHATWG
# Encoding, section 4.2); one of UTF-16 in a text that can be read so far is wrong.
_LABELS = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "ks_c_5601-1987": "cp949",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "cn-big5": "big5hkscs",
    "x-euc-jp": "euc_jp",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
    "iso88591": "cp1252",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "macintosh": "mac_roman",
    "unicode-1-1-utf-8": "utf-8",
    "x-user-defined": "cp1252",
    "dos-874": "cp874",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
# What Python decodes and no text is in.
_NO_ENCODINGS = ("unicode-escape", "raw-unicode-escape", "utf-7", "idna", "punycode", "undefined")
# A text with fewer errors than one in so many bytes is in the encoding that it is said to be in.
_BYTES_PER_ERROR = 200
# Where a text in XML says in which encoding it is.
_XML_ENCODING = rb"\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})"
# Where a page says in which encoding it is, and the bytes in which that is looked for.
_META = rb"""(?is)<meta(?=[\s/])(?:[^>"']|"[^"]*"|'[^']*')*?\bcharset\s*=\s*["']?\s*([\w.:+-]+)"""
_HTTP_EQUIV = rb"""(?is)<meta(?=[\s/])(?=[^>]*http-equiv)[^>]*?content\s*=\s*["'][^"'>]*charset\s*=\s*([\w.:+-]+)"""
_META_WITHIN = 4096
# The bytes whose encoding is looked at: with those behind them, a long text would take as long to
# decode as all that is done before its first screen.
_LOOKED_AT = 1 << 18


def to_utf8(data: bytes, charset: str = "") -> bytes:
    """The text in `data` as UTF-8: by byte order mark, as UTF-8, else as Windows-1252.

    `charset` is the encoding that a server or the text itself declares, '' where none does.

    Of a text that is UTF-8 but for a few bytes (cut off, or put together from two sources) the
    others stay as they are, as do any that stand far behind its beginning: `decode_piece` takes
    them for Windows-1252.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return rest if encoding == "utf-8" else rest.decode(encoding, "replace").encode()
    if charset and (text := _declared(data, charset)) is not None:
        return text
    if encoding := wide(data):
        return data[: len(data) // 2 * 2].decode(encoding, "replace").encode()
    head = data[:_LOOKED_AT]
    head = head[: head.rfind(b"\n") + 1] if len(data) > _LOOKED_AT else head
    try:
        head.decode()
    except UnicodeDecodeError:
        known = head.decode("utf-8", "ignore")
        others = len(head) - len(known.encode())
        if others > len(known) - len(known.encode("ascii", "ignore")):
            return _windows(data).encode()
    return data


def declared_in_xml(data: bytes) -> str:
    """The encoding that an XML declaration names; '' where there is none."""
    if not data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return ""
    import re

    match = re.match(_XML_ENCODING, data.removeprefix(b"\xef\xbb\xbf"))
    return match[1].decode("ascii") if match else ""


def declared_in_page(data: bytes) -> str:
    """The encoding that a page declares in its first 4 kB, '' where it declares none.

    Comments do not count, nor does what is said of a page that is UTF-8 beyond doubt. It is one
    that a page can be in whose first bytes read as ASCII.
    """
    import re

    head = data[:_META_WITHIN]
    if b"charset" not in head.lower():
        return ""
    head = re.sub(rb"(?s)<!--.*?-->", b"", head)
    found = [match for pattern in (_META, _HTTP_EQUIV) if (match := re.search(pattern, head))]
    if not found:
        return ""
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        if not data.isascii():
            return "utf-8"
    label = min(found, key=lambda match: match.start()).group(1).decode("ascii", "ignore").lower()
    return _LABELS.get(label, label)


def _declared(data: bytes, charset: str) -> "bytes | None":
    """The text in the encoding that is said to be its own; None where that cannot be.

    Encodings with a subset that is commonly sent by its name are read as the larger one
    (WHATWG Encoding, section 4.2).
    """
    import codecs

    label = charset.strip().strip("\"'").lower()
    try:
        encoding = codecs.lookup(label if label[:6] == "utf-16" else _LABELS.get(label, label)).name
        if encoding == "utf-8" or encoding in _NO_ENCODINGS:
            return None  # what follows does that, and forgives a few other bytes
        encoding = _LARGER.get(encoding, encoding)
        return data.decode(encoding).encode()
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        few = text.count("\ufffd") * _BYTES_PER_ERROR <= len(data)
        return text.encode() if few else None
    except (LookupError, UnicodeError, ValueError):
        return None


def decode_piece(data: bytes) -> str:
    """The text of some bytes of UTF-8; what is no UTF-8 among them is taken for Windows-1252."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        from codecs import register_error

        register_error("reader.windows", _not_utf8)
        return data.decode("utf-8", "reader.windows")


def wide(data: bytes) -> str:
    """UTF-16 without a mark, which shows by the NUL in every other byte; else ''.

    It may be cut off inside of a character.
    """
    head = data[:4096]
    if b"\0" not in head:
        return ""
    half = len(head) // 2
    low, high = head[0::2].count(0), head[1::2].count(0)
    if max(low, high) < half * 0.7 or min(low, high) > half * 0.01:
        return ""
    return "utf-16-le" if high > low else "utf-16-be"


def whole_characters(data: bytes) -> bytes:
    """The bytes without a last character of which some are missing."""
    if data.startswith(_WIDE) or data[:2].count(0) == 1:
        return data[: len(data) // 4 * 4]
    for back in range(1, min(4, len(data) + 1)):
        byte = data[-back]
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return data[:-back] if length > back else data
        if byte < 0x80:
            break
    return data


def _not_utf8(error: UnicodeError) -> tuple[str, int]:
    """An error handler of `codecs`."""
    assert isinstance(error, UnicodeDecodeError)
    return _windows(error.object[error.start : error.end]), error.end


def _windows(data: bytes) -> str:
    from codecs import charmap_decode
    from encodings.cp1252 import decoding_table

    # The five holes of the code page become the C1 controls of Latin-1, as browsers do.
    holes = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
    table = "".join(chr(i) if i in holes else decoding_table[i] for i in range(256))
    return charmap_decode(data, "strict", table)[0]
