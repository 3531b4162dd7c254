"""Articles to measure with: made on the spot, of any length, the same on every machine."""

import html
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

FIRST, TARGET, LAST = "ZQFIRST", "ZQTARGET", "ZQLAST"
SIZES = (1_000, 10_000, 100_000, 1_000_000)

# Words of the language, the common ones first: a word is drawn in proportion to 1 / (rank + 8).
_WORDS = """
de la le les et des à un une en que dans pour du qui sur par il est plus au pas ce elle avec ne se
sont mais leur ses on comme ou aux cette sans tout même ces entre deux après fait bien avant aussi
encore temps peu année moins quand trois depuis ville pays jour toujours vers chez eau monde part
prix maison gens terre nuit rue main mer pain fin port pont lieu nom voix forêt route jardin train
marché travail village histoire lumière rivière machine journal lettre montagne semaine question
parole famille mémoire fenêtre commerce ouvrage chemin siècle saison moulin farine récolte atelier
voyage province ouvrier boulanger paysan marchand meunier capitaine navire bateau pêcheur archive
science mesure calcul énergie chaleur charbon vapeur électricité usine industrie progrès économie
politique république ministre assemblée gouvernement administration population territoire frontière
agriculture développement production consommation transformation bibliothèque correspondance
connaissance circonstance responsabilité observatoire température communication établissement
ancien nouveau petit grand long court lourd léger simple difficile ordinaire célèbre étranger
nécessaire silencieux extraordinaire considérable précieux fragile tranquille régulier contraire
venir tenir prendre mettre donner trouver laisser porter parler écrire lire compter vendre acheter
construire comprendre apprendre chercher remarquer traverser commencer recommencer expliquer
représenter rencontrer abandonner lentement rapidement souvent presque jamais ailleurs longtemps
autrefois aujourd’hui pourtant cependant seulement naturellement d’abord l’hiver l’été l’automne
qu’elle d’une l’eau l’article c’était n’avait l’homme l’année jusqu’au quelqu’un d’habitude
"""
VOCABULARY = _WORDS.split()

Block = tuple[str, list[str]]  # "heading", "paragraph", "list" or "quote", and its texts


class Prose:
    """Sentences and paragraphs that look like writing; `written` words so far."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        weights = [1 / (rank + 8) for rank in range(len(VOCABULARY))]
        self._pool = self._draw.choices(VOCABULARY, weights, k=20_000)
        self.written = 0

    def words(self, count: int) -> list[str]:
        """`count` words without any mark."""
        at = self._draw.randrange(len(self._pool) - count)
        self.written += count
        return self._pool[at : at + count]

    def sentence(self, shortest: int = 6, longest: int = 26) -> str:
        """A capital, perhaps a comma, a full stop."""
        words = self.words(self._draw.randint(shortest, longest))
        words[0] = words[0].capitalize()
        if len(words) > 10:
            words[len(words) // 2] += ","
        if self._draw.random() < 0.05:
            words[-2] = f"{self._draw.randint(2, 90)}\u00a0%"
        return " ".join(words) + "."

    def paragraph(self) -> str:
        """Some sentences, 30 to 130 words in all."""
        end = self.written + self._draw.randint(30, 105)
        sentences = [self.sentence()]
        while self.written < end:
            sentences.append(self.sentence())
        return " ".join(sentences)


def blocks(words: int) -> Iterator[Block]:
    """An article of about `words` words; the marker words stand at its start, at 3/4, at its end."""
    prose = Prose(seed=words)
    marker, target_at = FIRST + " ", words * 3 // 4
    section = 0
    while prose.written < words:
        section += 1
        yield "heading", [f"{section}. {' '.join(prose.words(4)).capitalize()}"]
        for number in range(5):
            if prose.written >= target_at:
                marker, target_at = TARGET + " ", words * 2
            yield "paragraph", [marker + prose.paragraph()]
            marker = ""
            if prose.written >= words:
                break
            if number == 1:
                yield "list", [prose.sentence(5, 16) for _ in range(4)]
            elif number == 3:
                yield "quote", [f"« {prose.sentence()[:-1]} »"]
    yield "paragraph", [f"{LAST} {prose.sentence()}"]


def markdown(words: int) -> str:
    """The article in Markdown, with front matter."""
    parts = [f"---\ntitle: Un article de {words} mots\nlang: fr\n---"]
    for kind, texts in blocks(words):
        if kind == "list":
            first, *others = texts[0].split(" ", 1)
            texts[0] = " ".join([f"**{first}**", *others])
        sign = {"heading": "## ", "list": "- ", "quote": "> "}.get(kind, "")
        parts.append("\n".join(sign + text for text in texts))
    return "\n\n".join(parts) + "\n"


def plain(words: int) -> str:
    """The article as it is pasted from a browser: each paragraph one line."""
    return "\n\n".join("\n".join(texts) for _, texts in blocks(words)) + "\n"


def page(words: int) -> str:
    """The article in XHTML, for the peers that read nothing else."""
    parts = []
    for kind, texts in blocks(words):
        tag = {"heading": "h2", "list": "li", "quote": "blockquote"}.get(kind, "p")
        inner = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in texts)
        parts.append(f"<ul>{inner}</ul>" if kind == "list" else inner)
    head = '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"/><title>'
    return f"{head}{words} mots</title></head><body>\n" + "\n".join(parts) + "\n</body></html>\n"


CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A</dc:title>
<dc:identifier id="i">a</dc:identifier><dc:language>fr</dc:language></metadata><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="a.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="n"><itemref idref="a"/></spine></package>"""
CONTENTS = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/>
<docTitle><text>A</text></docTitle><navMap><navPoint id="p" playOrder="1"><navLabel><text>A</text>
</navLabel><content src="a.xhtml"/></navPoint></navMap></ncx>"""


def write_epub(path: Path, words: int) -> None:
    """The article as a book of one chapter."""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("a.opf", PACKAGE)
        book.writestr("a.ncx", CONTENTS)
        book.writestr("a.xhtml", page(words), zipfile.ZIP_DEFLATED)


def document(folder: Path, words: int, kind: str = "md") -> Path:
    """The file of the article of `words` words in `folder`, made if it is not there yet."""
    path = folder / f"{words}.{kind}"
    if not path.exists():
        made = path.with_suffix(".new")
        if kind == "epub":
            write_epub(made, words)
        else:
            text = {"md": markdown, "txt": plain, "html": page}[kind](words)
            made.write_text(text, encoding="utf-8")
        made.replace(path)
    return path
