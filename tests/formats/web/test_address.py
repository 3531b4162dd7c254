"""Addresses: one way to write each, names for messages, and which are for nobody else."""

import pytest

from reader.errors import SourceError
from reader.formats.web.address import Address, is_inside, is_inside_name, named, shown
from reader.formats.web.cache import told_age


@pytest.mark.parametrize(
    ("spec", "url"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("http://example.org:80/a?b#c", "http://example.org/a?b"),
        ("https://example.org:80/", "https://example.org:80/"),
        ("https://me:secret@example.org/a", "https://example.org/a"),
        (" https://example.org/a b/é?q=ü ", "https://example.org/a%20b/%C3%A9?q=%C3%BC"),
        ("https://example.org/%C3%A9%20", "https://example.org/%C3%A9%20"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.de/", "https://xn--fa-hia.de/"),
        ("https://me@WWW.FAẞ.de:81", "https://www.xn--fa-hia.de:81/"),
        ("https://βόλος.com/", "https://xn--nxasmm1c.com/"),
        ("https://ΒΌΛΟΣ。com/", "https://xn--nxasmq6b.com/"),
        ("https://bücher.faß.example/", "https://xn--bcher-kva.xn--fa-hia.example/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://[FE80::1]/", "http://[fe80::1]/"),
    ],
)
def test_there_is_one_way_to_write_an_address(spec: str, url: str) -> None:
    assert Address(spec).url == url
    assert Address(url).url == url


def test_the_parts_of_an_address() -> None:
    address = Address("https://a%20b:c%3Ad@example.org/x#%C3%A9t%C3%A9")
    assert (address.user, address.fragment, address.host) == ("a b:c:d", "été", "example.org")


@pytest.mark.parametrize(
    "spec",
    [
        "https://",
        "https:///path",
        "https://user@/",
        "http://[::1",
        "http://h:port/",
        "http://h:99999/",
        "http://a\x1b[31m/",
        "http://a\nb/",
        "http://exa%6dple.org/",
        "http://-x/",
        "http://a\\@b/",
        "http://" + "a" * 10_000,
        "ftp://example.org/",
        "http://..\u2024/",
        "https://exam\u200dple.org/",
        "http://ß\u2028.org/",
        "http://" + "ß" * 100 + ".org/",
        "http://[faß]/",
    ],
)
def test_what_is_no_address(spec: str) -> None:
    with pytest.raises(SourceError) as caught:
        Address(spec)
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 200


@pytest.mark.parametrize("host", ["نامه\u200cای.com", "exam\u200dple.org"])
def test_invisible_signs_in_a_host_are_refused(host: str) -> None:
    with pytest.raises(SourceError, match="invisible signs"):
        Address(f"https://{host}/")
    assert Address(f"https://example.org/{host}").url.startswith("https://example.org/")


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "fec0::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001:db8::1",
        "nonsense",
    ],
)
def test_what_is_inside(ip: str) -> None:
    assert is_inside(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "93.184.216.34",
        "8.8.8.8",
        "2606:2800:220:1::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
    ],
)
def test_what_is_outside(ip: str) -> None:
    assert not is_inside(ip)


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("localhost", True),
        ("LOCALHOST.:80", True),
        ("x.localhost", True),
        ("printer.local", True),
        ("[::1]:8000", True),
        ("2130706433", True),
        ("0x7f.1", True),
        ("127.1", True),
        ("10.0.0.1:80", True),
        ("8.8.8.8", False),
        ("example.org:443", False),
        ("0x7f.example", False),
    ],
)
def test_names_that_are_inside(host: str, inside: bool) -> None:
    assert is_inside_name(host) is inside


def test_names_of_addresses() -> None:
    assert named("https://example.org/") == "example.org"
    assert named("https://me:pw@example.org/page?x#y") == "example.org/page"
    assert named("https://example.org/a/b/c%1B[31m/") == "example.org/…/c␛[31m"
    assert len(named("https://example.org/" + "x" * 500)) == 60
    assert shown("https://me:pw@example.org/page\x1b") == "https://example.org/page␛"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(5, "a moment ago"), (60, "1 minute ago"), (7200, "2 hours ago"), (86400 * 3, "3 days ago")],
)
def test_ages(seconds: int, told: str) -> None:
    assert told_age(seconds) == told
