"""The words of a page that are no part of its article, in seven languages.

Each entry is a key as `reader.formats.lines.key` makes it, without the numbers in it.
"""

import re

# What may be a heading of the article too, where text follows: no furniture then.
_HEADINGS = """
about|about us|accessibility|categories|comments|commentaires|contact|discussion|donate|email|faq
feedback|help|home|jobs|like|listen|more|navigation|newsletter|pause|play|press|privacy|profile
register|related|related topics|report|save|search|shop|sponsored|store|subscribe|support|tags
terms|threads|topics|trending|volume|x|download|print|close|previous|next|follow|recommended
à propos|aide|annonces|boutique|catégories|données personnelles|inscription|lecture|rubriques
recherche|recrutement|thèmes|télécharger|confidentialité|étiquettes|kommentare|hilfe|kontakt|suche
themen|kategorien|datenschutz|karriere|mehr|über uns|vorlesen|werbung|folgen|speichern
comentarios|ayuda|contacto|categorías|temas|etiquetas|guardar|inicio|boletín|publicidad|tienda
comentários|ajuda|contato|categorias|assuntos|início|loja|sobre|sobre nós|salvar
commenti|aiuto|argomenti|categorie|contatti|ricerca|negozio|pubblicità|chi siamo|salva
reacties|hulp|onderwerpen|categorieën|reclame|vacatures|winkel|over ons|zoeken|bewaren
"""
# Behind these come what readers wrote, and the foot of the page.
_COMMENTS = """
leave a comment|leave a reply|post a comment|post comment|add a comment|write a comment
view comments|show comments|read comments|join the conversation|join the discussion
leave your comment|leave your reply|post your comment|add your comment|write your comment
comments are closed|be the first to comment|sign in to comment|log in to comment|comment section
laisser un commentaire|laissez un commentaire|poster un commentaire|publier un commentaire
ajouter un commentaire|écrire un commentaire|voir les commentaires|lire les commentaires|votre commentaire|réagir
réagir à cet article|les commentaires sont fermés|soyez le premier à commenter
kommentar schreiben|kommentar hinterlassen|schreibe einen kommentar|schreiben sie einen kommentar
kommentare lesen|kommentare anzeigen|alle kommentare|kommentar verfassen|diskutieren sie mit
deja un comentario|dejar un comentario|deja una respuesta|escribe un comentario|ver comentarios
deja tu comentario|escribe tu comentario|añade un comentario|añade tu comentario
comparte tu opinión|comenta esta noticia|añadir comentario|publicar un comentario
deixe um comentário|deixe uma resposta|deixe seu comentário|ver comentários|enviar comentário
deixe o seu comentário|escreva seu comentário|escreva o seu comentário
escreva um comentário|comente esta notícia|lascia un commento|lascia una risposta|commenta
scrivi un commento|vedi i commenti|mostra commenti|leggi i commenti|invia commento
laat een reactie|plaats een reactie|laat een reactie achter|geef een reactie|reageer|reageer op dit artikel
bekijk reacties|alle reacties|reacties bekijken
"""
# The same where they are many, or stand at the end; else a number under the title.
_COUNTS = """
comment|comments|commentaire|commentaires|kommentar|kommentare|comentario|comentarios|comentário
comentários|commento|commenti|reactie|reacties|responses|комментарии
"""
# What names a box of other articles.
_RELATED = """
related coverage|further reading|more coverage|most read|la rédaction vous conseille
pour aller plus loin|sur le même thème|weitere themen|topmeldungen|mehr zum thema|zum thema
más información|lo más visto en|te puede interesar|mais do autor|more from author
you may also like|you might also like|you may like|you might like|related|related articles
related stories|related posts|related news|related content|related topics|related links
related searches|related reading|recommended|recommended for you|recommended reading|read next
read also|also read|read this next|see also|also see|more like this|more stories|more news|more from the web|more from us
most popular|most read|most viewed|most shared|trending|trending now|popular posts|popular now
latest news|latest posts|latest articles|latest stories|recent posts|recent articles|top stories
editor s picks|editors picks|don t miss|what to read next|up next|next up|sponsored|promoted
around the web|from around the web|from the web|other people are reading|keep reading
in this section|in case you missed it|must read|must reads|previous post next post|next article
previous article|next story|featured stories|featured articles
vous aimerez aussi|vous pourriez aussi aimer|à lire aussi|a lire aussi|lire aussi|à lire également
a lire également|lire également|à voir aussi|voir aussi|à découvrir|à découvrir aussi
à écouter aussi|articles similaires|articles liés|articles associés|articles correspondants
sur le même sujet|sur le même thème|dans la même rubrique|dans la même catégorie
nos derniers articles|nos autres articles|lire ensuite|à lire ensuite|derniers articles|articles récents|les plus lus|articles les plus lus
les plus consultés|les plus populaires|les plus partagés|vidéos les plus vues|à la une
dernières actualités|l auteur vous recommande|nous vous recommandons|recommandé pour vous
à ne pas manquer|ailleurs sur le web|contenus sponsorisés|article précédent|article suivant
en continu|en ce moment|plus d articles
das könnte sie auch interessieren|das könnte dich auch interessieren|auch interessant
lesen sie auch|lesen sie mehr|lesen sie dazu|noch interessant|lies auch|siehe auch
mehr zum thema|ähnliche artikel|ähnliche beiträge
verwandte artikel|verwandte themen|weitere artikel|meistgelesen|meistgelesene artikel
meistkommentiert|aktuelle artikel|neueste artikel|neueste beiträge|letzte beiträge|top themen
empfohlene artikel|empfehlungen der redaktion|nicht verpassen|auch auf
te puede interesar|también te puede interesar|quizás te interese|te recomendamos
le puede interesar|artículos relacionados|noticias relacionadas|entradas relacionadas
lee también|lea también|leer también|ver también|lo más leído|más leídas|lo más visto
últimas noticias|entradas recientes|más noticias|siguiente artículo|artículo anterior
artigos relacionados|notícias relacionadas|posts relacionados|veja também|leia também
leia mais|veja mais|saiba mais|saiba também|mais lidas|mais lidos|as mais lidas|artigos populares|posts recentes
últimas notícias|você também pode gostar|você pode gostar|recomendado para você
ti potrebbe interessare|potrebbe interessarti|potrebbero interessarti|leggi anche|leggi pure
articoli correlati|articoli simili|notizie correlate|vedi anche|i più letti|più letti
articoli recenti|ultime notizie|ultimi articoli|articolo precedente|articolo successivo
lees ook|lees meer|zie ook|bekijk ook|gerelateerde artikelen|gerelateerd|meest gelezen|best gelezen
verwante artikelen|meer over dit onderwerp|laatste nieuws|recente berichten|aanbevolen
материалы по теме|читайте также
"""
# What people do with a page: share it, print it, subscribe, sign in; and advertisements.
_ASIDE = """
continue reading the main story|image|image copyright|image caption|image source|further information
unlock more free articles|create an account or log in|unlock this article|ready for more
retweet this article|listen to article|toggle caption|hide caption|enlarge this image
écouter cet article|écouter l article|votre e mail|lire plus tard|ajouter à mes favoris
bildbeschreibung einblenden|artikel merken|artikel vorlesen|the trust project
se adhiere a los criterios de|archivado en|foto galería|ver comentarios|ouça o texto
share|share this|share this article|share this story|share this post|share on facebook
share on twitter|share on x|share on linkedin|share on whatsapp|share on reddit|share by email
share via email|tweet|pin|pin it|like|email|e mail|print|save|bookmark|copy link|link copied
follow|follow us|follow us on|followfollowing|recommend|reply|report|like this|like loading
loading|subscribe|subscribe now|sign up|sign up now|sign in|log in|login|register|donate
donate now|newsletter|newsletters|newsletter signup|sign up for our newsletter|get the newsletter
subscribe to our newsletter|sign up for newsletters|get updates|advertisement|advertisements
advertising|ad|ads|sponsored content|advertise|story continues below|article continues below
continue reading below|story continues below advertisement|listen to this article|listen
play|pause|play pause|mute|volume|download|close|next|previous|back to top|view gallery
read more|show more|load more|see more|view more|more|tags|topics|categories|filed under
facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|pinterest|reddit|tiktok|rss
google|google plus|flipboard|tumblr|messenger|bluesky|mastodon|threads|email address|your email
facebook twitter|facebook twitter linkedin|facebook twitter youtube|facebooktwitter
facebook twitter linkedin email|facebook twitter email|facebooktwittermail
twitter linkedin facebook instagram|facebook twitter instagram|facebook x
partager|partager cet article|partager sur facebook|partager sur twitter|partager sur x
partager sur linkedin|partager par email|partager sur instagram|tweeter|tweetez|imprimer|envoyer
envoyer par mail|envoyer par email|enregistrer|copier le lien|suivre|suivez nous
suivez nous sur|s abonner|abonnez vous|je m abonne|s inscrire|se connecter|connexion|s identifier
inscription newsletter|s abonner à nos newsletters|recevoir nos newsletters
recevez nos newsletters|inscrivez vous à la newsletter|publicité|annonce|annonces
la suite après la publicité|lire la suite|voir plus|afficher plus|charger plus|écouter
écouter l article|lancer la lecture|lecture|télécharger|fermer|suivant|précédent|haut de page
retour en haut|étiquettes|mots clés|mot clé|thèmes|catégories|rubriques|j aime|répondre
réservé aux abonnés|article réservé aux abonnés|contenu réservé aux abonnés
vous êtes ici|code embed|embed
teilen|artikel teilen|auf facebook teilen|auf twitter teilen|per e mail teilen|drucken
artikel drucken|merken|speichern|folgen|folgen sie uns|abonnieren|jetzt abonnieren|abo
anmelden|einloggen|registrieren|newsletter abonnieren|anzeige|werbung|artikel anhören|vorlesen
mehr|mehr lesen|weiterlesen|mehr anzeigen|schließen|weiter|zurück|nach oben|schlagwörter
themen|kategorien|antworten|spenden|jetzt spenden|version zum drucken|teilen auf
compartir|comparte|compartir en facebook|compartir en twitter|tuitear|imprimir|guardar
enviar por email|seguir|síguenos|síguenos en|suscríbete|suscribirse|regístrate|iniciar sesión
boletín|boletín informativo|publicidad|anuncio|escuchar|leer más|ver más|cargar más|cerrar
siguiente|anterior|volver arriba|etiquetas|temas|categorías|responder|me gusta
compartilhar|compartilhe|partilhar|tweetar|salvar|enviar por e mail|siga nos|siga|assine|assinar
inscreva se|entrar|publicidade|anúncio|continua após a publicidade|ouvir|ler mais|ver mais
carregar mais|fechar|próximo|voltar ao topo|assuntos|categorias|curtir|link permanente
condividi|condividi su facebook|condividi su twitter|condividi l articolo|stampa|salva|invia
seguici|seguici su|abbonati|iscriviti|iscriviti alla newsletter|accedi|registrati|pubblicità
annuncio|ascolta|ascolta l articolo|leggi tutto|continua a leggere|mostra altro|chiudi|successivo
precedente|torna su|tag|argomenti|categorie|rispondi|mi piace
delen|deel|deel dit artikel|deel op facebook|deel op twitter|delen via e mail|afdrukken|printen
opslaan|bewaren|volg ons|volg ons op|abonneer|abonneren|word abonnee|inloggen|aanmelden
registreren|nieuwsbrief|advertentie|reclame|luister|beluister dit artikel|meer lezen|lees verder
toon meer|sluiten|volgende|vorige|terug naar boven|onderwerpen|categorieën|beantwoorden
теги|поделиться|подписаться
"""
# Before the name of who wrote the article: what is said of them is not a part of it.
ABOUT = ("about", "à propos de", "über", "sobre", "acerca de", "informazioni su", "over")
# Where one can go from a page.
_MENU = """
show navigation|main content|accessibility links|site index|from the section|zur startseite
home|homepage|menu|main menu|top menu|navigation|skip to content|skip to main content
skip navigation|jump to navigation skip navigation|toggle navigation|search|search form
site search|search for|search this site|enter your keywords|about|about us|who we are|our team
contact|contact us|privacy|privacy policy|privacy statement|terms|terms of use|terms of service
terms and conditions|terms conditions|cookie policy|cookies|cookie settings|accept all|accept
careers|jobs|press|help|faq|sitemap|site map|site information|accessibility|advertise with us
work with us|press media center|shop|store|my account|account|profile|feedback|support
no comments|no comment|breaking news|see all|view all|browse all posts|you are here
accueil|aller au contenu|aller au contenu principal|rechercher|recherche|rechercher sur le site
à propos|a propos|qui sommes nous|contactez nous|nous contacter|mentions légales|confidentialité
politique de confidentialité|conditions d utilisation|conditions générales d utilisation
conditions générales de vente|cgu|cgv|données personnelles|protection des données
gestion des cookies|gérer les cookies|plan du site|recrutement|aide|boutique|mon compte
tout accepter|aucun commentaire|voir tout|où écouter
startseite|zum inhalt springen|zum inhalt|suche|suchen|über uns|kontakt|impressum|datenschutz
datenschutzerklärung|datenschutzhinweis|nutzungsbedingungen|agb|karriere|hilfe|mediadaten
barrierefreiheit|alle akzeptieren|keine kommentare|mein konto
inicio|saltar al contenido|ir al contenido|buscar|búsqueda|acerca de|quiénes somos|contacto
contáctanos|aviso legal|política de privacidad|política de cookies|términos de uso
condiciones de uso|mapa del sitio|ayuda|tienda|mi cuenta|mi perfil|aceptar todo|sin comentarios
início|pular para o conteúdo|ir para o conteúdo|busca|pesquisar|pesquisa|sobre|sobre nós
quem somos|contato|contacto|fale conosco|termos de uso|mapa do site|ajuda|loja|minha conta
aceitar todos|sem comentários|nenhum comentário
vai al contenuto|salta al contenuto|cerca|ricerca|chi siamo|contatti|contattaci|note legali
informativa sulla privacy|privacy e cookie|condizioni d uso|termini e condizioni|mappa del sito
lavora con noi|aiuto|negozio|il mio account|accetta tutto|nessun commento
ga naar de inhoud|naar inhoud|zoeken|over ons|wie zijn wij|contacteer ons|privacybeleid
privacyverklaring|cookiebeleid|gebruiksvoorwaarden|algemene voorwaarden|vacatures|hulp|winkel
mijn account|alles accepteren|geen reacties
"""
# A short line that begins so and names something: what else to read, under which words it is filed.
_RELATED_STARTS = """
read also|also read|see also|related|read more on|read more about|more on|don t miss|recommended
lire aussi|à lire aussi|a lire aussi|lire également|à lire également|voir aussi|à voir aussi
lire|lire notre|lesen sie auch|lies auch|siehe auch|mehr zum thema|mehr dazu|lee también|lea también
te puede interesar|ver también|leia também|leia mais|veja também|saiba mais|leggi anche
leggi anche su|vedi anche|lees ook|zie ook|bekijk ook|читайте также
"""
# The same where no text follows: else these words may open a heading.
_MORE_STARTS = """
more from|more on|more great|more about|want more|plus de|plus sur|mehr von|mehr zu|mehr aus
más de|más sobre|mais de|mais sobre|altro su|altri articoli|meer van|meer over|meer uit
"""
_COMMENT_WORDS = """
comments commentaires kommentar kommentare comentario comentarios comentário comentários commenti
reacties
"""
_ASIDE_STARTS = """
tags|topics|filed under|posted in|categories|share this|follow us|sign up for|subscribe to
mots clés|étiquettes|classé dans|partager sur|partager cet|inscrivez vous à|abonnez vous
recevez nos|recevoir nos|suivez nous|schlagwörter|kategorien|folgen sie uns|teilen auf
etiquetas|temas|compartir en|síguenos en|suscríbete a|marcadores|compartilhe no|siga nos
argomenti|condividi su|seguici su|iscriviti alla|trefwoorden|deel dit|volg ons|durée de l audio
reading time|estimated reading time|time to read|temps de lecture|durée de lecture|lesezeit
tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|share on|sign up to|mis à jour le
webcode
"""
_LEGAL = """
a version of this article appear|order reprints|except as otherwise noted
all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados
derechos reservados|todos os direitos reservados|tutti i diritti riservati
alle rechten voorbehouden|reproduction interdite
"""


def _entries(words: str) -> list[str]:
    return words.strip().replace("\n", "|").split("|")


def _roles() -> dict[str, str]:
    lists = {
        "menu": _MENU,
        "aside": _ASIDE,
        "related": _RELATED,
        "count": _COUNTS,
        "comments": _COMMENTS,
    }
    return {entry: role for role, words in lists.items() for entry in _entries(words)}


# What a key says about its line: `comments`, `count`, `related`, `aside` or `menu`.
ROLES = _roles()
RELATED_STARTS = tuple(f"{words} " for words in _entries(_RELATED_STARTS))
MAYBE_HEADINGS = frozenset(_entries(_HEADINGS))
COMMENT_STARTS = tuple(f"{words} " for words in _entries(_COMMENTS) if " " in words)
ASIDE_STARTS = tuple(f"{words} " for words in _entries(_ASIDE_STARTS))
# What begins a box of other articles or the comments, where a heading begins so.
ELSEWHERE_STARTS = tuple(
    f"{words} " for words in _entries(f"{_RELATED.strip()}|{_COMMENTS.strip()}") if " " in words
)
MORE_STARTS = tuple(f"{words} " for words in _entries(_MORE_STARTS))
COMMENTS = frozenset(_COMMENT_WORDS.split())
LEGAL = tuple(_entries(_LEGAL))

# How an opening line names the way to the article, and who tells where it comes from.
HOMES = frozenset(
    """
home homepage accueil startseite inicio início hauptseite index voorpagina
""".split()
)
SOURCES = frozenset(
    """
source quelle fuente fonte bron url permalink via lien link adresse
""".split()
)
# Words before the names of those who wrote the article: `by`; what they did (`written by`, `story
# by`); what they are, or their text.
BY = frozenset("by par von por di da de door av af".split())
WRITTEN = frozenset(
    """
written published posted reported report story words post interview propos écrit publié recueillis
geschrieben escrito scritto geschreven publicado pubblicato skrevet
""".split()
)
AUTHORS = frozenset(
    """
text texte texto autor autora autores auteur auteure auteurs author authors autore autrice текст
автор
""".split()
)
# What stands in the place of a name and is none.
NO_NAMES = frozenset(
    _entries("""
admin|administrator|author|editor|editors|the editors|staff|guest|unknown|none|null|undefined
webmaster|root|user|redaction|rédaction|la rédaction|redaktion|redacción|anonymous|contributor
contributors|comment|comments|share|follow|print|email|e-mail|news desk|wpadmin|wp_admin|wp-admin
nobody|default
""")
)
# What somebody is, not is called; and what stands behind a name.
POSTS = frozenset(
    """
publié published posted twitter senior staff chief editor reporter writer correspondent contributor director professor
journalist analyst columnist author technologist fellow guest special political business
journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée chef redakteur
redakteurin korrespondent redactor redactora corresponsal periodista redator repórter redattore
giornalista redacteur verslaggever redaktion rédaction redazione redactie redacción news
""".split()
)
SUFFIX = re.compile(r"(?:jr|sr|ph\.?\s?d|m\.?d|ii|iii|iv|esq|msc|ma|mba|rn|rd)\.?$", re.IGNORECASE)
