"""The words and signs that values are written with, language by language. Data only.

Words are in lower case with straight apostrophes and ordinary spaces; a `.` at the end of an
abbreviation is optional in the text. Keys are the primary subtags of BCP 47.
"""

# Written the same way in every language (case counts).
SIGNS = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "R$": "BRL",
    "C$": "CAD",
    "A$": "AUD",
    "$US": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
}
_CODES = (
    "USD EUR GBP JPY CNY CHF CAD AUD NZD HKD SGD TWD KRW INR BRL MXN ARS CLP COP SEK NOK DKK "
    "PLN CZK HUF RON TRY RUB UAH ILS AED SAR ZAR EGP MAD TND XOF XAF HTG THB IDR MYR PHP VND"
)
CODES = _CODES.split()
_SYMBOLS = (
    "TW GW MW kW W TWh GWh MWh kWh Wh V A Hz kHz MHz GHz km² m² cm² m³ km/h mph km m cm mm µm nm "
    "ha kg g mg µg t L l cl ml hl h min s ms °C °F K J kJ MJ GJ bar hPa Pa dB lm lx "
    "mAh Ah rpm kPa MPa dBA Gbps Mbps kbps mg/L mg/l µg/l g/l g/km °K mi² ft² "
    "GB MB kB TB PB Go Mo ko To Gbit/s Mbit/s Gb/s MB/s g/L µg/L hp ft mi lb oz dpi px B"
)
SYMBOLS = _SYMBOLS.split()
