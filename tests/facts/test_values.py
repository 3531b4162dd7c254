"""Values as authors write them, in seven languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.facts.language import languages
from reader.facts.values import SHORT_WIDTH, bound_of, parse

MONEY = [
    ("fr", "30 milliards de dollars", 3e10, None, "USD", "30 Md$"),
    ("fr", "20 à 25 milliards de dollars", 2e10, 2.5e10, "USD", "20–25 Md$"),
    ("fr", "entre 20 et 25\u00a0milliards de dollars", 2e10, 2.5e10, "USD", "20–25 Md$"),
    ("fr", "1\u202f400 milliards d’euros", 1.4e12, None, "EUR", "1\u202f400 Md€"),
    ("fr", "1,4 trillion de dollars", 1.4e12, None, "USD", "1,4 T$"),
    ("fr", "600 000 dollars de Taïwan", 6e5, None, "TWD", "600 000 NT$"),
    ("fr", "20–25 milliards de dollars par gigawatt", 2e10, 2.5e10, "USD", "20–25 Md$/GW"),
    ("fr", "30 milliards de dollars (26 milliards d’euros)", 3e10, None, "USD", "30 Md$"),
    ("fr", "5 M€", 5e6, None, "EUR", "5 M€"),
    ("en", "30 billion dollars", 3e10, None, "USD", "$30bn"),
    ("en", "$12.9bn", 1.29e10, None, "USD", "$12.9bn"),
    ("en", "$16M", 1.6e7, None, "USD", "$16M"),
    ("en", "from $20 billion to $25 billion", 2e10, 2.5e10, "USD", "$20–25bn"),
    ("en", "500,000 to 1 million dollars", 5e5, 1e6, "USD", "500,000 to 1 million dollars"),
    ("en", "$0.23/W", 0.23, None, "USD", "$0.23/W"),
    ("en", "CHF 5 million", 5e6, None, "CHF", "CHF 5m"),
    ("de", "14.500 Euro", 14500, None, "EUR", "14.500 €"),
    ("de", "3,5 Milliarden Dollar", 3.5e9, None, "USD", "3,5 Mrd. $"),
    ("de", "2 Billionen Euro", 2e12, None, "EUR", "2 Bio. €"),
    ("es", "30.000 millones de euros", 3e10, None, "EUR", "30.000 M€"),
    ("es", "30 mil millones de dólares", 3e10, None, "USD", "30 mil M$"),
    ("it", "da 3 a 5 milioni di euro", 3e6, 5e6, "EUR", "3–5 mln €"),
    ("pt", "R$ 30 bilhões", 3e10, None, "BRL", "R$ 30 bi"),
    ("pt-PT", "3 mil milhões de dólares", 3e9, None, "USD", "US$ 3 bi"),
    ("nl", "30 miljard dollar", 3e10, None, "USD", "$ 30 mld"),
    ("", "30 milliards de dollars", 3e10, None, "USD", "30 Md$"),
    ("pl", "30 Milliarden Dollar", 3e10, None, "USD", "30 Mrd. $"),
]


@pytest.mark.parametrize(("lang", "text", "low", "high", "unit", "written"), MONEY)
def test_money(
    lang: str, text: str, low: float, high: float | None, unit: str, written: str
) -> None:
    value = parse(text, lang)
    assert (value.kind, value.low, value.high, value.unit) == ("money", low, high, unit)
    assert value.short == written


@pytest.mark.parametrize(
    ("lang", "text", "kind", "low", "high", "unit", "written"),
    [
        ("fr", "3,2\u202f%", "percent", 3.2, None, "%", "3,2\u202f%"),
        ("fr", "−3,2 %", "percent", 3.2, None, "%", "−3,2 %"),
        ("fr", "de 4 % à 5 %", "percent", 4, 5, "%", "4–5 %"),
        ("en", "3.2 per cent", "percent", 3.2, None, "%", "3.2%"),
        ("en", "30-60 per cent", "percent", 30, 60, "%", "30–60%"),
        ("de", "zwischen 4 und 5 Prozent", "percent", 4, 5, "%", "4–5 %"),
        ("es", "del 4 % al 5 %", "percent", 4, 5, "%", "4–5 %"),
        ("fr", "1 gigawatt", "quantity", 1, None, "GW", "1 GW"),
        ("fr", "80 à 100 km/h", "quantity", 80, 100, "km/h", "80–100 km/h"),
        ("en", "5 m", "quantity", 5, None, "m", "5 m"),
        ("it", "14.372,4 chilometri", "quantity", 14372.4, None, "km", "14.372,4 km"),
        ("fr", "5 ans", "quantity", 5, None, "year", "5 ans"),
        ("en", "1,000", "count", 1000, None, "", "1,000"),
        ("fr", "1.000.000", "count", 1e6, None, "", "1.000.000"),
        ("en", "66 columns", "count", 66, None, "columns", "66 columns"),
        ("en", "from 3 to 5", "count", 3, 5, "", "from 3 to 5"),
        ("fr", "2 millions d’habitants", "count", 2e6, None, "habitants", "2 millions d’habitants"),
        (
            "fr",
            "1,2 million de voitures électriques",
            "count",
            1.2e6,
            None,
            "voitures électriques",
            "1,2 M",
        ),
        ("en", "Grace Blackwell", "count", None, None, "", "Grace Blackwell"),
    ],
)
def test_other_kinds(
    lang: str, text: str, kind: str, low: float, high: float, unit: str, written: str
) -> None:
    value = parse(text, lang)
    assert (value.kind, value.low, value.high, value.unit) == (kind, low, high, unit)
    assert value.short == written


@pytest.mark.parametrize(
    ("lang", "text", "bound", "core", "written"),
    [
        ("fr", "jusqu’à 10 milliards de dollars", "max", "10 milliards de dollars", "jusqu’à 10 Md$"),
        ("fr", "près de 40 %", "about", "40 %", "près de 40 %"),
        ("fr", "10 milliards de dollars au plus", "max", "10 milliards de dollars", "≤ 10 Md$"),
        ("en", "up to 1 gigawatt", "max", "1 gigawatt", "up to 1 GW"),
        ("en", "nearly $5 billion", "about", "$5 billion", "nearly $5bn"),
        ("en", "more than 12 countries", "min", "12 countries", "more than 12 countries"),
        ("de", "bis zu 3,5 Mrd. €", "max", "3,5 Mrd. €", "bis zu 3,5 Mrd. €"),
        ("de", "rund 14.500 Euro", "about", "14.500 Euro", "rund 14.500 €"),
        ("es", "hasta 5 %", "max", "5 %", "hasta 5 %"),
        ("it", "più di 6.000", "min", "6.000", "più di 6.000"),
        ("pt", "cerca de 6.000", "about", "6.000", "cerca de 6.000"),
        ("nl", "meer dan 3 miljoen euro", "min", "3 miljoen euro", "meer dan € 3 mln"),
        ("en", "approximately 500 million dollars", "about", "500 million dollars", "approximately $500m"),
        ("fr", "aux alentours de 1\u202f400 milliards de dollars", "about", "1\u202f400 milliards de dollars", "~ 1\u202f400 Md$"),
    ],
)  # fmt: skip
def test_bounds(lang: str, text: str, bound: str, core: str, written: str) -> None:
    value = parse(text, lang)
    assert (value.bound, value.core, value.short) == (bound, core, written)
    assert value.high is None


@pytest.mark.parametrize(
    ("lang", "text", "low"),
    [
        ("fr", "18 novembre 2025", "2025-11-18"),
        ("fr", "1er janvier 2020", "2020-01-01"),
        ("fr", "fin mars 2020", "2020-03"),
        ("fr", "le 5 juil. 2021", "2021-07-05"),
        ("en", "Nov. 7", "--11-07"),
        ("en", "March 3rd, 1999", "1999-03-03"),
        ("en", "2019", "2019"),
        ("fr", "mai", "--05"),
        ("de", "26. Juli", "--07-26"),
        ("pt", "11 de novembro de 2021", "2021-11-11"),
        ("es", "2 de mayo de 2020", "2020-05-02"),
        ("", "2025-11-18", "2025-11-18"),
    ],
)
def test_dates(lang: str, text: str, low: str) -> None:
    value = parse(text, lang)
    assert (value.kind, value.low, value.unit, value.short) == ("date", low, "date", text)


@pytest.mark.parametrize("text", ["2025-13-40", "45 mars", "d", "ma", "12 rue", "2025 ans"])
def test_what_is_no_date(text: str) -> None:
    assert parse(text, "fr").kind != "date"


def test_years_have_a_range() -> None:
    value = parse("2019–2024", "fr")
    assert (value.kind, value.low, value.high) == ("date", "2019", "2024")


@pytest.mark.parametrize(
    ("lang", "label", "bound"),
    [
        ("fr", "Nvidia, jusqu’à", "max"),
        ("en", "Microsoft, up to", "max"),
        ("", "Capacity, at least", "min"),
        ("en", "Stand-up to", ""),
        ("fr", "Anthropic", ""),
    ],
)
def test_a_label_may_end_in_the_bound(lang: str, label: str, bound: str) -> None:
    assert bound_of(label, lang) == bound


PIECES = (
    "1 1,5 1.000 4 % $ € k m bn Md de d’ à to from entre et up jusqu’à or more - 2020 mars "
    "milliards mil ( ) / GW"
)


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(PIECES.split()),
        max_size=9,
    ).map(" ".join),
    st.sampled_from([*languages(), "", "xx"]),
)
def test_any_text_has_a_short_form(text: str, lang: str) -> None:
    value = parse(text, lang)
    assert value.kind in ("money", "percent", "quantity", "date", "count")
    assert value.core in text
    assert len(value.short) <= max(len(text), SHORT_WIDTH)


def test_a_long_text_is_no_value() -> None:
    text = "9 " * 5000
    assert parse(text, "en").low is None
