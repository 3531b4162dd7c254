"""Spaces at which no line ends: a number keeps its unit, an initial its name.

The rules are words, by language; what all languages share stands first. They are those on which
the style books agree (the Imprimerie nationale's Lexique, the Chicago Manual, Duden, the Academia's
Ortografía), and only where a reader would stumble. A space too many that is kept costs next to
nothing, so that sentences are not looked at: `No. 5` is kept together, and so is `St. The`.
"""

import re
from functools import lru_cache

HARD = "\u00a0"

# Units by their symbols, after a number; the signs that begin one.
_UNITS = frozenset(
    """
mm cm dm m km µm nm mm² cm² m² km² cm³ m³ km³ ha ml cl dl hl l L mg g kg t kt Mt Gt lb oz ft mi ms
s min h Hz kHz MHz GHz W kW MW GW TW Wh kWh MWh GWh TWh V kV mV A mA J kJ MJ kcal cal N Pa hPa kPa
bar mbar K B kB KB MB GB TB PB KiB MiB GiB TiB ko Mo Go To bit kbit/s Mbit/s Gbit/s km/h m/s mph
dB ppm ppb px pt dpi EUR USD GBP CHF JPY CNY k€ M€ Md Mds Md€ Md$ Mrd€ M$
""".split()
)
_SIGNS = "%‰€$£¥°′″½¼¾×÷=±"
# What stands before a number: signs of amounts, comparisons, sections.
_BEFORE = frozenset(
    """
€ $ £ ¥ US$ EUR USD GBP CHF § §§ # ≈ ~ ± < > ≤ ≥ × ÷ − + = p. pp. art. vol. fig.
""".split()
)

_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December "
    f"{_SHORT_MONTHS}",
    "de": "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
}

# What belongs to the number before it: magnitudes, money, measures of time and size in words.
_AFTER = {
    "fr": "mille million millions milliard milliards billion billions euro euros dollar dollars franc "
    "francs livre livres yen yens an ans mois semaine semaines jour jours heure heures minute "
    "minutes seconde secondes siècle siècles mètre mètres kilomètre kilomètres centimètre "
    "centimètres hectare hectares litre litres gramme grammes kilo kilos kilogramme kilogrammes "
    "tonne tonnes degré degrés watt watts kilowatt kilowatts mégawatt mégawatts gigawatt gigawatts",
    "en": "thousand million millions billion billions trillion trillions bn tn percent euro euros "
    "dollar dollars cent cents pound pounds pence franc francs yen year years month months week "
    "weeks day days hour hours minute minutes second seconds century centuries meter meters metre "
    "metres kilometer kilometers kilometre kilometres mile miles foot feet inch inches acre acres "
    "hectare hectares liter liters litre litres gram grams kilo kilos kilogram kilograms ton tons "
    "tonne tonnes degree degrees watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts "
    "a.m p.m am pm AM PM BC AD BCE CE",
    "de": "Tausend Million Millionen Milliarde Milliarden Billion Billionen Tsd Mio Mrd Bio Prozent "
    "Euro Euros Dollar Cent Franken Pfund Yen Jahr Jahre Jahren Jahres Monat Monate Monaten Woche "
    "Wochen Tag Tage Tagen Stunde Stunden Minute Minuten Sekunde Sekunden Jahrhundert Jahrhunderts "
    "Uhr Meter Metern Kilometer Kilometern Zentimeter Hektar Liter Litern Gramm Kilo Kilogramm Tonne "
    "Tonnen Grad Watt Kilowatt Megawatt Gigawatt",
    "es": "mil millón millones billón billones euro euros dólar dólares peso pesos libra libras yen "
    "yenes año años mes meses semana semanas día días hora horas minuto minutos segundo segundos "
    "siglo metro metros kilómetro kilómetros centímetro centímetros hectárea hectáreas litro litros "
    "gramo gramos kilo kilos kilogramo kilogramos tonelada toneladas grado grados vatio vatios "
    "kilovatios megavatios gigavatio gigavatios",
    "it": "mila milione milioni miliardo miliardi euro dollaro dollari sterlina sterline yen anno "
    "anni mese mesi settimana settimane giorno giorni ora ore minuto minuti secondo secondi secolo "
    "secoli metro metri chilometro chilometri centimetro centimetri ettaro ettari litro litri "
    "grammo grammi chilo chili tonnellata tonnellate grado gradi watt kilowatt megawatt gigawatt",
}

# Abbreviations that belong to the number after them (and in English the months).
_BEFORE_NUMBER = {
    "fr": "n° nº no. h al. chap. ch. Fig. tabl. t. v. s. éd. env.",
    "en": "No. no. Nos. nos. Art. ch. Ch. chap. Fig. Figs. figs. Eq. eq. Sec. sec. Vol. v. c. ca. "
    f"approx. {_MONTHS['en']} {_SHORT_MONTHS.replace(' ', '. ')}.",
    "de": "Nr. Nrn. S. Art. Abs. Abb. Tab. Bd. Kap. Ziff. Sp. Anm. H. ca. Jg. V.",
    "es": "n.º n.° nº n° núm. núms. pág. págs. arts. cap. caps. figs. vols. t. s. c. ca. aprox. siglo",
    "it": "n. nn. n° nº pag. pagg. artt. cap. capp. figg. voll. t. s. sec. c. ca.",
}

# Titles and forms of address, and short first names: they belong to the name after them.
_BEFORE_NAME = {
    "fr": "M. MM. Mr Mme Mmes Mlle Mlles Me Mes Mgr Dr Pr St Ste Ch. Ph. Th. J.-C. av. apr.",
    "en": "Mr. Mrs. Ms. Messrs. Dr. Drs. Prof. St. Gen. Col. Capt. Lt. Sgt. Maj. Sen. Rep. Gov. "
    "Pres. Rev. Hon. Mr Mrs Ms Dr St Prof Mt. Mt Ft. Ch. Th. Ph.",
    "de": "Tsd. Mio. Mrd. Bio. Hr. Hrn. Fr. Frl. Dr. Prof. Ing. Mag. St. Sankt Hl. Gebr. Ch. Th. Chr. Ph.",
    "es": "Sr. Sra. Sres. Sras. Srta. D. Dª Dña. Dr. Dra. Dres. Prof. Profa. Lic. Ing. Mons. Sto. "
    "Sta. S. Gral. Cnel.",
    "it": "Sig. Sig.ra Sigg. Dott. Dott.ssa Dr. Prof. Prof.ssa Ing. Avv. Arch. On. Sen. Mons. S. SS. "
    "Gen. Col.",
}

# What follows the figures of an ordinal number.
_ORDINALS = {
    "fr": "er re e ᵉ ᵉʳ ème",
    "en": "st nd rd th",
    "de": ".",
    "es": "º ª .º °",
    "it": "º ª °",
}
# A word between a number and what belongs to it, and that (`5 pour cent`, `18 de noviembre`).
_LINKS = {
    "fr": ("pour", "cent mille"),
    "en": ("per", "cent"),
    "es": ("de por", f"ciento {_MONTHS['es']}"),
    "it": ("per", "cento mille"),
}

_OPENING = "([{«“‘„\"'‹\u00a0"
_CLOSING = ".,;:!?…)]}»”’\"'›\u00a0"
_ROMAN = frozenset("IVX")
_REACH = 24  # characters of a word that are looked at

# Signs that stay with the word before them, though a space is between: the halves of French double
# marks, and dashes where each of the two belongs to the line that it breaks.
_MARKS = {"fr": ";:!?»", "en": "–—", "de": "–—"}

# The spaces worth a look: before a capital, a figure or a sign, after a figure or an ordinal.
_CANDIDATES = (
    r" (?:(?<=\d )(?:(?:de|per|por|pour) (?=\w)|(?=\S))"
    r"|(?=[A-ZÀ-Þ\d…%‰€$£¥°′″½¼¾×÷=±MARKS]|\.\.\.)"
    r"|(?<=[.°ºªᵉ«] )(?=\w)|(?<=\d\w\w )(?=\w)|(?<=[IVX\d]e )(?=\w)|(?<=[IVX] )(?=\w))"
)


def _words(listed: "dict[str, str]", lang: str) -> frozenset[str]:
    """The words of a language, or of all where none is known."""
    return frozenset(listed.get(lang, "").split() if lang else " ".join(listed.values()).split())


class Together:
    """The spaces of a text in one language that stay in a line; `lang` '' for any.

    Where the language is not known, what looks like one of ours is taken for it.
    """

    __slots__ = ("_after", "_before_name", "_before_number", "_candidates", "_links", "_ordinals")

    def __init__(self, lang: str) -> None:
        self._candidates = re.compile(_CANDIDATES.replace("MARKS", _MARKS.get(lang or "fr", "")))
        self._after = _UNITS | _words(_AFTER, lang) | _words(_MONTHS, lang)
        self._before_number = _BEFORE | _words(_BEFORE_NUMBER, lang)
        self._before_name = _words(_BEFORE_NAME, lang)
        self._ordinals = _words(_ORDINALS, lang)
        links = [_LINKS[lang]] if lang in _LINKS else [] if lang else list(_LINKS.values())
        self._links = frozenset(
            (link, word)
            for names, words in links
            for link in names.split()
            for word in words.split()
        )

    def keep(self, text: str) -> str:
        """The text with a hard space (U+00A0) for each ordinary one at which no line may end."""
        return self._candidates.sub(self._decide, text)

    def _decide(self, match: "re.Match[str]") -> str:
        space, text = match[0], match.string
        start, end = match.span()
        low = max(start - _REACH, 0)
        before = text[max(text.rfind(" ", low, start) + 1, low) : start].lstrip(_OPENING)
        before = before[max(before.rfind("’"), before.rfind("'")) + 1 :]  # l’art. 3
        after = text[end : end + _REACH].partition(" ")[0].partition("\n")[0]
        bare = after.lstrip(_OPENING).rstrip(_CLOSING)
        if len(space) > 1:
            together = (space.strip(), bare) in self._links
        else:
            together = self._belong(before, after, bare)
        return space.replace(" ", HARD) if together else space

    def _belong(self, before: str, after: str, bare: str) -> bool:
        """Whether two neighbours stay together; `bare` is the second without its punctuation."""
        first = after[:1]
        if not bare:  # punctuation of its own: French marks, a sign, an ellipsis
            return first in ";:!?»…." or (first in _SIGNS and before[-1:].isdigit())
        if after in ("–", "—"):
            return True
        if not before or before == "«":  # what opens stays with what it opens
            return True
        if before[-1].isdigit():
            if bare in self._after or first in _SIGNS:
                return True
            if bare.isdigit() and len(bare) == 3:
                return True
            if first.isdigit() and bare[1:2] in ("/", "⁄"):
                return True
        elif self._is_ordinal(before) and bare in self._after:
            return True
        if bare[0].isdigit():
            return before in self._before_number
        if before.istitle() and len(bare) > 1 and before[-1] not in _CLOSING and _is_roman(bare):
            return True
        if before in self._before_number and _is_roman(bare):
            return True
        return self._is_short_for(before, after, bare)

    def _is_ordinal(self, word: str) -> bool:
        """Whether a word is an ordinal number: `3.`, `1er`, `XXe`, `XX`."""
        figures = word.lstrip("0123456789")
        if figures != word:
            return figures in self._ordinals
        return _is_roman(word.rstrip("eᵉ"))

    def _is_short_for(self, before: str, after: str, bare: str) -> bool:
        """Whether the first is an initial or a title, or half of `z. B.`"""
        capital = bare[0].isupper()
        if capital and (before in self._before_name or before.capitalize() in self._before_name):
            return True
        if bare == "Jr":
            return before.istitle()
        if not before.endswith("."):
            return False
        letters = before[:-1].replace(".", "").replace("-", "")
        if capital and letters.isupper() and len(letters) * 2 <= len(before):
            return True
        return (
            len(bare) <= 2
            and after.startswith(f"{bare}.")
            and letters.isalpha()
            and (len(letters) == 1 or (len(letters) == 2 and letters.isupper()))
        )


def _is_roman(word: str) -> bool:
    return bool(word) and _ROMAN.issuperset(word)


@lru_cache(maxsize=8)
def together(lang: str) -> Together:
    """The rules of a language, by its two letters."""
    return Together(lang)
