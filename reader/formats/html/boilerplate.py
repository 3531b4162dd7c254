"""The words of page furniture: how menus, share bars and teasers are named, and what they say.

Data for `reader.formats.html.choose`, in English, French, German, Spanish, Italian, Portuguese
and Dutch. What the patterns mean for a piece depends on where it stands; this module only knows
words.
"""

import re
from functools import lru_cache
from itertools import pairwise

from reader.formats.byline import named, opens
from reader.formats.dates import find_day
from reader.formats.furniture import ELSEWHERE_STARTS, MAYBE_HEADINGS, RELATED_STARTS, ROLES
from reader.formats.lines import key


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words in the class, the id or the role of an element that holds no part of an article.
_SURE = _words("""
    advert adverts advertisement advertisements advertising adsbygoogle adslot dfp outbrain taboola
    share shares sharing sharebar sharebox sharebuttons sharetools shareaholic sharedaddy addthis
    addtoany sociable socialshare socialbar sharethis
    related relatedposts relatedarticles relatedcontent relatedlinks recommended recommendation
    recommendations readmore readnext readalso morefrom moreon mostread mostpopular trending yarpp
    crosslinks outbrain similar
    newsletter newsletters mailchimp signup optin
    comment comments commentlist respond disqus livefyre
    nav navbar navigation subnav menu submenu breadcrumb breadcrumbs crumbs pagination pager paging
    skiplink sidebar secondary recirc recirculation
    cookie cookies consent gdpr onetrust didomi cookiebanner
    taglist tagcloud tags
    login signin
    navbox editsection catlinks printfooter jumplinks
""")
# Words of elements that seldom do: they count against a text that nothing else speaks for.
_LIKELY = _words("""
    ad ads sponsor sponsored promo promos promoted promotion teaser teasers banner widget widgets
    social socials popular subscribe subscription paywall footer masthead
    categories postmeta byline authorbox authorbio author bio biography meta metadata
    tabs toolbar tools modal popup overlay lightbox tooltip dropdown rating ratings vote print
    follow replies reactions permalink timestamp dateline infobar
    profile postprofile userinfo signature votecell cmp
    mbox ambox noprint toc tableofcontents hatnote download card cards carousel slider
""")
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Class names that tell how a page is laid out around an element, not what is in it.
_STATE = re.compile(r"(?:has|no|with|without|is|not|js)[-_]|\S*(?:enabled|disabled)$")

SURE = 2
LIKELY = 1


@lru_cache(maxsize=4096)
def furniture_words(name: str) -> frozenset[str]:
    """The words in a class, an id or a role that name furniture; see `level_of`."""
    found: set[str] = set()
    for part in name.split():
        if _STATE.match(part):
            continue
        words = [word.lower() for word in _NAME.findall(part)]
        words += [first + second for first, second in pairwise(words)]
        found.update(word for word in words if word in _SURE or word in _LIKELY)
    return frozenset(found)


def level_of(word: str) -> int:
    """SURE or LIKELY, for a word that names furniture."""
    return SURE if word in _SURE else LIKELY


# Headings and labels that begin what is no longer the article, to the end of their section.
_ANNOUNCING = re.compile(
    r"""(?:
    (?:you\ (?:may|might)|if\ you\ (?:liked|enjoyed))\b.* | related(?:\ \w+){0,2}
    | read\ (?:more|next|also|this\ next)\b.* | more\ (?:from|on|in|about|stories|articles|news|like)\b.*
    | (?:recommended|suggested|popular|trending|latest|recent|featured|similar|further)\ (?:\w+\ ){0,2}(?:posts?|articles?|stories|reads?|reading|news|videos?|topics?|content|links?)
    | also\ (?:read|see|on)\b.* | (?:leave|post|write|add)\ (?:a|your)\ (?:comment|reply)\b.*
    | (?:\d+\ )?(?:comments?|responses?|replies|reactions?|thoughts\ on)\b(?:\ (?:on|to|for)\b.*|\ \(?\d+\)?)?
    | what\ do\ you\ think | discussion | we\ (?:value|respect|care\ about)\ your\ privacy
    | your\ privacy\b.* | cookies?(?:\ (?:settings|policy|notice|preferences))?
    | privacy\ (?:settings|preferences|notice) | about\ the\ authors?
    | (?:sign\ up|subscribe|get)\b.*(?:newsletter|inbox|email|e-mail|updates)\b.* | newsletters?
    | stay\ (?:in\ touch|up\ to\ date|connected)\b.* | follow\ us\b.* | share(?:\ (?:this|on|the)\b.*)?
    | tags | categories | topics | navigation | search | advertisement | sponsored(?:\ \w+)?
    | story\ timeline | (?:à\ )?lire\ (?:aussi|également|ensuite|la\ suite)\b.*
    | (?:à|a)\ (?:lire|voir|découvrir)\b.*
    | (?:articles?|contenus?|sujets?)\ (?:liés?|similaires?|associés?|connexes?|recommandés?|récents?)
    | vous\ (?:aimerez|aimeriez|pourriez|devriez)\b.* | (?:\d+\ )?commentaires?(?:\ \(?\d+\)?)?
    | (?:vos\ )?réactions | réagir\b.* | partager\b.* | partagez\b.* | à\ propos\ de\ l['’]auteure?\b.*
    | (?:s['’]abonner|abonnez|inscrivez)\b.*(?:newsletter|lettre|infolettre)\b.* | suivez[- ]nous\b.*
    | mots[- ]clés | étiquettes | catégories | rubriques | das\ könnte\ (?:sie|dich|euch)\b.*
    | mehr\ (?:zum\ thema|dazu|aus|von|über)\b.*
    | (?:zum|weitere)\ (?:thema|themen|artikel|beiträge|meldungen|nachrichten|links?)\b.*
    | (?:ähnliche|verwandte|neueste|aktuelle|passende)\ (?:artikel|beiträge|themen|meldungen)
    | meistgelesen\w*\b.* | (?:\d+\ )?kommentare?(?:\ \(?\d+\)?|\ schreiben|\ lesen)?
    | (?:schreibe|hinterlasse)\b.*kommentar\b.* | diskutieren\ sie\b.* | teilen\b.*
    | über\ den\ autor\b.* | über\ die\ autorin\b.* | zur\ (?:person|autorin)
    | newsletter\ (?:abonnieren|bestellen) | folgen\ sie\b.* | schlagwörter | schlagworte | kategorien
    | anzeige | (?:lea|lee|leer|vea|ver)\ (?:también|más|además)\b.*
    | (?:le|te)\ (?:recomendamos|podría)\b.*
    | (?:artículos?|noticias|entradas|contenidos?|temas)\ (?:relacionad[oa]s?|similares|recomendad[oa]s?|recientes)
    | más\ (?:noticias|sobre|en|de|información|leíd[oa]s)\b.* | (?:\d+\ )?comentarios?(?:\ \(?\d+\)?)?
    | compart(?:ir|e|a)\b.* | sobre\ el\ autor\b.* | suscr[ií]b(?:ete|ase|irse)\b.* | síguenos\b.*
    | etiquetas | categorías | publicidad | leggi\ (?:anche|pure|tutto)\b.*
    | (?:potrebbe|potrebbero)\ (?:anche\ )?interessar\w*\b.*
    | (?:articoli|notizie|contenuti|post)\ (?:correlat[ie]|simili|recenti|consigliati) | ti\ potrebbe\b.*
    | (?:\d+\ )?commenti(?:\ \(?\d+\)?)? | condividi\b.* | informazioni\ sull['’]autore | iscriviti\b.*
    | seguici\b.* | categorie | pubblicità
    | (?:artigos?|notícias|posts|matérias|conteúdos?)\ relacionad[oa]s?
    | mais\ (?:notícias|lidas|sobre)\b.* | (?:\d+\ )?comentários?(?:\ \(?\d+\)?)? | compartilh\w+\b.*
    | partilhar?\b.* | sobre\ o\ autor\b.* | siga-nos\b.* | inscreva-se\b.* | publicidade
    | você\ (?:também\ )?pode\b.* | lees\ (?:ook|meer|verder|alles)\b.*
    | (?:gerelateerde|meer|verwante|andere)\ (?:artikelen|berichten|nieuws|over)\b.*
    | (?:\d+\ )?reacties(?:\ \(?\d+\)?)? | deel\ (?:dit|op|via)\b.* | over\ de\ auteur\b.*
    | volg\ ons\b.* | schrijf\ je\ in\b.* | advertentie
    )$""",
    re.VERBOSE,
)

_SHARING = re.compile(
    r"(?:share|tweet|partage[rz]?|teilen|compart[ei]\w*|condividi|compartilh\w+|partilh\w+|deel)\b"
)

# Whole lines that no author writes, beside those that pasted text has too.
_LABELS = frozenset(
    """
abonnés|ajouter à mes favoris|ajouter à vos favoris|anhören
article continues below advertisement|artikel merken|avanti|bewaar|bewaren|close
continue reading|continue reading the main story|copiar enlace|copiar link|copied|copy|edit
email|email this|enviar|expand|flag|follow|following|guardar|hide comments|home|indietro
inicio|jump to recipe|less|like|link kopieren|lire plus tard|listen|listen now|mehr|more
mostrar más|next|next article|next post|now playing|open|order reprints|pin recipe|play
play video|previous|previous article|previous post|print|print article|print recipe
print this page|pubblicità|publicidad|publicidade|rafraichir|rafraîchir|register|report
report this|reprints|salva|salvar|salvar artigo|save|save article|save story|saved|search
show all|show comments|show less|skip advertisement|speichern|sponsored|subscribe|text size
thank you|top|unsubscribe|video|view comments|vorlesen|watch|watch now|watch video|werbung|x
zur startseite
""".strip()
    .replace("\n", "|")
    .split("|")
)

# The beginnings of lines that no author writes, wherever they stand.
_STARTING = re.compile(
    r"""(?:
    click\ here\ to\b | sign\ up\ (?:for|to|here|now)\b | subscribe\ (?:to|now|for|today|here)\b | enter\ your\ e-?mail\b
    | (?:this|our)\ (?:site|website)\ uses\ cookies\b | we\ use\ cookies\b | by\ (?:signing\ up|clicking|subscribing|continuing)\b
    | (?:tagged(?:\ (?:with|as|in|under))?|filed\ (?:under|in)|posted\ in|categori[sz]ed\ (?:as|in))\b
    | copyright\b | ©|\(c\)\ ?\d{4} | all\ rights\ reserved\b | like\ us\ on\ facebook\b | follow\ (?:us|me)\ on\b | share\ (?:this|on|via|with)\b | tweet\ this\b
    | please\ (?:enable|log\ in|sign\ in|subscribe)\b | you\ must\ be\ (?:logged|signed)\b | already\ (?:a\ subscriber|have\ an\ account|a\ member)\b | (?:create|register\ for)\ (?:a|your)\ free\ account\b | this\ (?:article|content|story)\ is\ (?:for|only|reserved|available\ (?:only|exclusively))\b | to\ (?:continue|keep)\ reading\b | an\ error\ (?:has\ )?occurred\b | download\ (?:our|the)\ app\b | advertisement\b | your\ browser\ (?:does\ not|doesn)\b | view\ (?:all|this\ post)\b | image\ \d+\ of\ \d+ | (?:\d+\ )?min(?:ute)?s?\ read\b
    | this\ copy\ is\ for\ your\ personal\b | a\ version\ of\ this\ (?:article|story)\ (?:appear|was)
    | (?:il\ vous\ )?reste\ \d.*à\ lire | la\ suite\ est\ réservée\b | cet\ article\ est\ réservé\b | (?:contenu|article)\ réservé\b | déjà\ abonnée?\b | inscrivez-vous\ (?:à|pour)\b | abonnez-vous\b | tous\ droits\ (?:de\ reproduction\ )?réservés\b | partager\ (?:sur|cet|par|l[ea'’])\b | suivez[- ]nous\b | en\ poursuivant\ votre\ navigation\b | (?:ce|notre)\ site\ utilise\ des\ cookies\b | vous\ devez\ être\ (?:connecté|abonné)\b | classé\ dans\b | publié\ dans\b
    | jetzt\ (?:weiterlesen|abonnieren|testen|anmelden)\b | (?:diese|unsere)\ (?:seite|website|webseite)\ (?:verwendet|nutzt)\ cookies\b | wir\ (?:verwenden|nutzen|setzen)\ cookies\b | alle\ rechte\ vorbehalten\b | melden\ sie\ sich\ an\b | bitte\ (?:melden|aktivieren|loggen)\b | dieser\ artikel\ ist\ (?:nur|exklusiv)\b | veröffentlicht\ (?:in|unter)\b | folgen\ sie\ uns\b | artikel\ (?:teilen|merken|drucken)\b
    | suscr[ií]bete\b | síguenos\b | todos\ los\ derechos\ reservados\b | (?:este|nuestro)\ sitio\ (?:web\ )?(?:usa|utiliza)\ cookies\b | publicado\ en\b | regístrate\b | compartir\ en\b
    | iscriviti\b | seguici\b | tutti\ i\ diritti\ riservati\b | questo\ sito\ (?:usa|utilizza)\b | pubblicato\ in\b | condividi\ su\b | riproduzione\ riservata\b
    | inscreva-se\b | siga-nos\b | todos\ os\ direitos\ reservados\b | este\ site\ (?:usa|utiliza)\ cookies\b | publicado\ em\b | compartilh(?:e|ar)\ (?:no|na|em|esta?|isso|via)\b | assine\b
    | schrijf\ je\ in\b | volg\ ons\b | alle\ rechten\ voorbehouden\b | deze\ (?:site|website)\ gebruikt\ cookies\b | wij\ gebruiken\ cookies\b | deel\ (?:dit|op|via)\b | geplaatst\ in\b
    )""",
    re.VERBOSE,
)

# What the last lines of an article ask for.
_ASKING = re.compile(
    r"newsletter|infolettre|whats?app|telegram|facebook|twitter|instagram|youtube|google news|podcast"
    r"|\b(?:subscribe|sign up|click here|more articles|abonnez|inscrivez|abonnieren|suscr[ií]b|seguir"
    r"|s[ií]guenos|clique aqui|assine|iscriviti|abbonati|volg ons)\b"
)
# The last lines that tell how an article came about.
_IMPRINT = re.compile(
    r"(?:posted|published|publié|veröffentlicht|publicado|pubblicato|geplaatst)\b.*\d"
    r"|(?:editing|reporting|edited)\ by\b|submit\ comments\b|check\ out\ more\b"
    r"|(?:quelle|bron)\ ?:\ ?.{1,40}$|[（(]?(?:责任|責任)?(?:编辑|編輯)\s*[:：]",
    re.VERBOSE,
)
# What stands before a day, and after it.
_WEEKDAY = re.compile(r"(?:[^\W\d_]+,?\ )?")
_HOUR = re.compile(r".{0,8}\b\d{1,2}[:.h]\d{2}")
# What stands over an article and is told by its metadata: byline, dates, how long it takes.
_META = re.compile(
    r"""(?:
    (?:last\ |first\ )?(?:published|updated|posted|modified|created|written|reviewed)\b.*\d.*
    | (?:photos?|photography|photographs?|illustrations?)[: ]\ ?[^\W\d_][\w.’'-]*(?:[ ,|&/]+[^\W\d_][\w.’'-]*){0,9}
    | (?:publié|mis\ à\ jour|posté|modifié|créé|mise\ à\ jour)\b.* | (?:veröffentlicht|aktualisiert|erstellt|stand)\b[:. ].* | (?:publicado|actualizado|atualizado)\b.* | (?:pubblicato|aggiornato)\b.* | (?:gepubliceerd|bijgewerkt|geplaatst)\b.*
    | .{0,40}\b\d+[- ]?(?:min(?:ute)?s?|minuten|minuti|minutos|min\.)(?:\ (?:read|de\ lecture|lesezeit|di\ lettura|de\ lectura|de\ leitura|leestijd|to\ read))?
    | (?:reading\ time|temps\ de\ lecture|lesezeit|lesedauer|tempo\ di\ lettura|tiempo\ de\ lectura|tempo\ de\ leitura|leestijd)\b.*
    | (?:le\ )?\d{1,2}[:hH.]\d{2}(?:\ ?(?:uhr|am|pm|[a-z]{2,4}))?
    | \d+\ (?:seconds|minutes|hours|days|weeks|months|years)\ ago | (?:vor|il\ y\ a|hace|há)\ \d+\ \w+ | \d+\ \w+\ (?:fa|geleden)
    | \d[\d.,k]*\ (?:shares?|views?|likes?|claps?|comments?|votes?|partages?|vues)
    )$""",
    re.VERBOSE,
)

# The roles of lines to press, and of those that stand over what is not the article.
_PRESSED = ("aside", "menu")
_ELSEWHERE = ("related", "comments")
# Longer texts are never taken for a label, a byline or the like, whatever they begin with.
_LONGEST_LABEL = 120
_LONGEST_BYLINE = 160
_LONGEST_LINE = 320
_EDGES = " \t\n\r\xa0\u200b.:…!?»«›‹→←↓↑▸▶►|•·-–—*+#>()[]"


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(_EDGES)


def is_label(text: str, *, heading: bool = False) -> bool:
    """Whether a text is the label of something to press, or a sentence of the site's own.

    A `heading` may say 'Donate' or 'Contact' in an article too.
    """
    if len(text) > _LONGEST_LINE:
        return False
    words = key(text)
    if words in _LABELS:
        return True
    if not heading and ROLES.get(words) in _PRESSED and words not in MAYBE_HEADINGS:
        return True
    return _STARTING.match(_plain(text)) is not None


def is_metadata(text: str) -> bool:
    """Whether a text over an article says who wrote it, when, or how long it takes to read."""
    if len(text) > _LONGEST_BYLINE:
        return False
    plain = _plain(text)
    return _is_day(plain) or bool(named(text)) or opens(text) or _META.match(plain) is not None


def _is_day(text: str) -> bool:
    """Whether a text is little more than a day, or has the hour beside it."""
    day = find_day(text)
    if day is None:
        return False
    before, after = text[: day.start], text[day.end :]
    return (len(after) <= 60 and _WEEKDAY.fullmatch(before) is not None) or (
        len(before) <= 60 and _HOUR.match(after) is not None
    )


def announces_more(text: str) -> bool:
    """Whether a heading or a label begins what is not the article: related ones, comments."""
    if len(text) > _LONGEST_LABEL:
        return False
    words = key(text)
    begins = words.startswith(ELSEWHERE_STARTS) and not text.rstrip().endswith(".")
    if begins or ROLES.get(words) in _ELSEWHERE:
        return True
    return _ANNOUNCING.match(_plain(text)) is not None


def asks_to_share(text: str) -> bool:
    """Whether a heading or a label is about nothing but passing the article on."""
    return _SHARING.match(_plain(text)) is not None


def asks_for_more(text: str) -> bool:
    """Whether a last line asks to follow, to subscribe, to read on elsewhere."""
    return len(text) <= _LONGEST_LINE and _ASKING.search(_plain(text)) is not None


def is_imprint(text: str) -> bool:
    """Whether a last line says when an article was posted, who edited it, where it comes from."""
    return len(text) <= _LONGEST_LABEL and _IMPRINT.match(text.strip().lower()) is not None


def recommends(text: str) -> bool:
    """Whether a text that is a link begins like 'Read also: …'."""
    return key(text).startswith(RELATED_STARTS)
