"""Addresses of the web: written in one way, named in messages, and which are not for everybody.

Nothing in here asks the network.
"""

import re

from reader.document.characters import clean_line, display_host, safe_url
from reader.errors import SourceError

# The longest address that is taken, in characters.
LONGEST = 8192
# Cells of an address that messages show.
_NAME = 60

# What may stand as it is in the path and in the query of an address (RFC 3986, section 3.3).
_PATH = "/:@!$&'()*+,;=%~"
_QUERY = _PATH + "?"

# What is no file, but like an address without its scheme. (As text: most starts need none of it.)
_HOST_AND_PATH = (
    r"(?i)(?:www\.(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#]|$)"
    r"|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?/"
    r"|(?:[\w-]+\.)+(?:com|org|net|edu|gov|io|info|eu|fr|de|uk|ch|be|it|es|nl)$"
    r"|\d{1,3}(?:\.\d{1,3}){3}(?:/|:\d+(?:[/?#]|$))"
    r"|localhost:\d+)"
)

# In names of hosts, letters that the older IDNA has no signs of their own for; and invisible ones.
_KEPT = "([ßẞς])"
_JOINERS = "[\u200c\u200d]"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address


def is_address(spec: str) -> bool:
    """Whether `spec` is an address of the web rather than the name of a file."""
    return spec[:8].lower().startswith(("http://", "https://"))


def file_of(url: str) -> str:
    """The path that an address has on its server; '' where there is none."""
    return url.partition("//")[2].partition("#")[0].partition("?")[0].partition("/")[2]


def meant_address(spec: str) -> str:
    """What to do about the name of a file that is not there, if it looks like an address; or ''."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://", spec)
    if scheme is not None and scheme[1].lower() != "file":
        return "Of the web, reader opens addresses that begin with https:// or http://"
    if re.match(_HOST_AND_PATH, spec):
        return f"If it is an address: reader https://{shown(spec)}"
    return ""


class Address:
    """An address taken apart.

    `url` is in the one way in which it is asked for and remembered: host in lower case and
    Punycode, no usual port, no fragment, no user name, everything in ASCII. `fragment` is what
    stands behind `#`, `user` the user name and the password (`name:password`), '' for none.
    """

    __slots__ = ("fragment", "host", "url", "user")

    def __init__(self, spec: str) -> None:
        """Raises SourceError for what is no address that can be asked for."""
        from urllib.parse import quote, unquote, urlsplit

        text = spec.strip()
        try:
            if not is_address(text) or len(text) > LONGEST or clean_line(text) != text:
                raise ValueError
            parts = urlsplit(text.replace(" ", "%20"))
            if "\\" in parts.netloc:  # to some that is a slash, and what is before it the host
                raise ValueError
            scheme, host, port = parts.scheme.lower(), _ascii_host(parts.netloc), parts.port
        except ValueError as error:  # (UnicodeError is one)
            raise _no_address(text) from error
        if ":" in host:
            host = f"[{host}]"
        usual = 443 if scheme == "https" else 80
        self.host = host if port in (None, usual) else f"{host}:{port}"
        path = quote(parts.path, safe=_PATH, errors="replace") or "/"
        query = quote(parts.query, safe=_QUERY, errors="replace")
        self.url = f"{scheme}://{self.host}{path}" + (f"?{query}" if query else "")
        self.fragment = unquote(parts.fragment)
        user, sign, password = parts.netloc.rpartition("@")[0].partition(":")
        self.user = f"{unquote(user)}{sign}{unquote(password)}"
        if not safe_url(self.url):
            raise _no_address(text)

    @property
    def secure(self) -> bool:
        """Whether what is read at the address comes encrypted."""
        return self.url.startswith("https:")


def named(url: str) -> str:
    """An address as messages show it: the host and the last part of the path, clean and short."""
    from urllib.parse import unquote

    path = url.partition("//")[2].partition("?")[0].partition("#")[0].partition("/")[2]
    above, _, last = path.rstrip("/").rpartition("/")
    name = "/".join(part for part in (display_host(url), "…" if above else "", last) if part)
    name = clean_line(unquote(name))
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"


def shown(url: str) -> str:
    """The whole of an address for a message: clean, and without user name and password."""
    scheme, sign, rest = clean_line(url).partition("//")
    host, slash, path = rest.partition("/")
    text = scheme + sign + host.rpartition("@")[2] + slash + path
    return text if len(text) <= 2 * _NAME else text[: 2 * _NAME - 1] + "…"


def is_inside(ip: str) -> bool:
    """Whether an IP address is that of this machine, of a private network or of nobody.

    That is all but what anybody on the Internet can reach: loopback, private, link-local, shared
    (RFC 6598), multicast, reserved and unspecified addresses, also where an IPv6 address stands for
    one (IPv4-mapped, 6to4, Teredo, NAT64 of RFC 6052). What is no IP address is inside, too.
    """
    from ipaddress import ip_address

    try:
        address = ip_address(ip)
    except ValueError:
        return True
    while address.version == 6 and (inner := _embedded(address)) is not None:
        address = inner
    if address.version == 6 and address.is_site_local:
        return True
    return not address.is_global or address.is_multicast or address.is_reserved


def is_inside_name(host: str) -> bool:
    """Whether the name of a host says that it is inside: an IP address like that, or localhost."""
    name = host.rpartition("@")[2]
    name = re.sub(r":\d*$", "", name).strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    # Numbers and hexadecimal ones are IP addresses for some resolvers.
    if ":" in name or re.fullmatch(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}", name):
        return is_inside(name)
    return False


def _embedded(address: "IPv4Address | IPv6Address") -> "IPv4Address | None":
    """The IPv4 address that an IPv6 address stands for."""
    from ipaddress import IPv4Address, IPv6Address, ip_network

    if not isinstance(address, IPv6Address):
        return None
    if address in ip_network("64:ff9b::/96"):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _ascii_host(netloc: str) -> str:
    """The host of `user@host:port` in ASCII, in lower case.

    Python knows the older IDNA (RFC 3490), to which `faß.de` is another host, fass.de: letters that
    the newer one (RFC 5891) and browsers keep are kept. Invisible joiners are
    refused. Raises ValueError where there is no host, and SourceError.
    """
    host = netloc.rpartition("@")[2]
    host = host[1:].partition("]")[0] if host[:1] == "[" else host.partition(":")[0]
    if not host:
        raise ValueError
    if re.search(_JOINERS, host):
        name = clean_line(re.sub(_JOINERS, "\ufffd", host))[:_NAME]
        raise SourceError(f"{name}: invisible signs in the name of a host", "Type it anew.")
    if host.isascii():
        return host.lower()
    if not re.search(_KEPT, host):
        return host.encode("idna").decode("ascii").lower()
    return ".".join(_ascii_label(label) for label in re.split("[.\u3002\uff0e\uff61]", host))


def _ascii_label(text: str) -> str:
    """A part of the name of a host in ASCII; raises ValueError where it cannot be."""
    from encodings.idna import ToASCII, nameprep

    if not re.search(_KEPT, text):
        return ToASCII(text).decode("ascii").lower() if text else ""
    kept = "".join(
        part.replace("ẞ", "ß") if number % 2 else nameprep(part)
        for number, part in enumerate(re.split(_KEPT, text))
    )
    label = "xn--" + kept.encode("punycode").decode("ascii")
    if len(label) > 63:
        raise ValueError
    return label


def _no_address(text: str) -> SourceError:
    return SourceError(
        f"{shown(text)}: no address that can be opened",
        "An address looks like https://example.org/page",
    )
