"""Quotations in German, Spanish, Italian, Portuguese and Dutch: who said what."""

import pytest

from tests.facts.quoting import Said, check

CASES: list[tuple[str, str, list[Said]]] = [
    # German
    (
        "de",
        "„Die Brücke wird im Mai eröffnet“, sagte Laura Mendel, Ingenieurin beim Landkreis.",
        [("Die Brücke wird im Mai eröffnet", "Laura Mendel", "Ingenieurin beim Landkreis")],
    ),
    (
        "de",
        "»Wir haben keine Betten mehr«, warnte die Ärztin Helene Park am Montag.",
        [("Wir haben keine Betten mehr", "Helene Park", "Ärztin")],
    ),
    (
        "de",
        "Bundeskanzlerin Anna Wolff sprach von einem „Auftrag, den wir ernst nehmen“.",
        [("Auftrag, den wir ernst nehmen", "Anna Wolff", "Bundeskanzlerin")],
    ),
    (
        "de",
        "Der Vorsitzende der Gewerkschaft, Frank Lehmann, sagte: „Das ist ein Schlag ins Gesicht.“",
        [("Das ist ein Schlag ins Gesicht.", "Frank Lehmann", "Vorsitzende der Gewerkschaft")],
    ),
    (
        "de",
        "Frank Lehmann leitet das Werk seit 2010. „Wir haben gekämpft“, sagte er. „Es hat nicht gereicht.“",
        [
            ("Wir haben gekämpft", "Frank Lehmann", ""),
            ("Es hat nicht gereicht.", "Frank Lehmann", ""),
        ],
    ),
    (
        "de",
        "Petra Kohl war früher Richterin. „Ich bereue nichts“, sagte Kohl dem Blatt.",
        [("Ich bereue nichts", "Petra Kohl", None)],
    ),
    (
        "de",
        "„Der Fahrer hielt nicht an“, teilte die Polizei mit.",
        [("Der Fahrer hielt nicht an", "Polizei", "")],
    ),
    (
        "de",
        "Laut Maria Keller, Biologin an der Station, waren die Frösche „einfach verschwunden und nicht mehr da“.",
        [("einfach verschwunden und nicht mehr da", "Maria Keller", "Biologin an der Station")],
    ),
    (
        "de",
        "„Niemand“, so Peter Lund, „hätte das unterschrieben.“",
        [("Niemand", "Peter Lund", ""), ("hätte das unterschrieben.", "Peter Lund", "")],
    ),
    (
        "de",
        "Finanzminister Jan Brandt blieb hart. „Die Steuer bleibt“, sagte der Minister.",
        [("Die Steuer bleibt", "Jan Brandt", "Finanzminister")],
    ),
    (
        "de",
        "„Kein Kommentar“, sagte eine Sprecherin der Fluggesellschaft.",
        [("Kein Kommentar", "Sprecherin der Fluggesellschaft", "")],
    ),
    (
        "de",
        "Trainer Uwe Stein (52) nannte die Leistung „erschreckend“.",
        [("erschreckend", "Uwe Stein", "Trainer")],
    ),
    (
        "de",
        "„Er hat ‚lauf‘ gerufen, und ich bin gelaufen“, erzählt Kathrin Moor.",
        [("Er hat ‚lauf‘ gerufen, und ich bin gelaufen", "Kathrin Moor", "")],
    ),
    ("de", "Der Roman „Das stille Haus“ ist vergriffen.", []),
    ("de", "Die sogenannten „Querdenker“ zogen durch die Stadt.", []),
    ("de", "Der Begriff „Heimat“ ist schwer zu übersetzen.", []),
    ("de", "Die Aktion „Saubere Stadt“ begann am Montag.", []),
    (
        "de",
        "Nina Falk ist deutlich. „Das ist keine Erholung. Das ist eine Pause.“",
        [("Das ist keine Erholung. Das ist eine Pause.", "Nina Falk", "")],
    ),
    (
        "de",
        "Die Ministerin Eva Sommer war zufrieden. „Ein guter Tag“, sagte sie am Abend in Kiel.",
        [("Ein guter Tag", "Eva Sommer", "Ministerin")],
    ),
    (
        "de",
        "Der Wirt Roland Koch zog ein Fazit. „Es war knapp“, sagte Koch. „Zu knapp“, so Hoffmann.",
        [("Es war knapp", "Roland Koch", "Wirt"), ("Zu knapp", "Hoffmann", "")],
    ),
    # Spanish
    (
        "es",
        "«El puente abrirá en mayo», dijo Laura Méndez, ingeniera de la provincia.",
        [("El puente abrirá en mayo", "Laura Méndez", "ingeniera de la provincia")],
    ),
    (
        "es",
        "“No quedan camas”, advirtió la doctora Elena Parque este lunes.",
        [("No quedan camas", "Elena Parque", "doctora")],
    ),
    (
        "es",
        "El alcalde de Soria, Pablo Ruiz, calificó el plan de “regalo a los constructores”.",
        [("regalo a los constructores", "Pablo Ruiz", "alcalde de Soria")],
    ),
    (
        "es",
        "La jueza Ana Robles dictó sentencia el martes. “Usted sabía lo que hacía”, señaló. "
        "“No hay duda alguna”, agregó.",
        [
            ("Usted sabía lo que hacía", "Ana Robles", "jueza"),
            ("No hay duda alguna", "Ana Robles", "jueza"),
        ],
    ),
    (
        "es",
        "El ministro de Pesca, Daniel Mar, habló el viernes. Los bancos protestaron.\n\n"
        "“El impuesto se queda”, insistió el ministro.",
        [("El impuesto se queda", "Daniel Mar", "ministro de Pesca")],
    ),
    (
        "es",
        "Según María Keller, bióloga de la estación, “las ranas habían desaparecido”.",
        [("las ranas habían desaparecido", "María Keller", "bióloga de la estación")],
    ),
    (
        "es",
        "“El vehículo no se detuvo”, informó la Policía.",
        [("El vehículo no se detuvo", "Policía", "")],
    ),
    (
        "es",
        "—No lo sé —dijo Ana Prado—. Pero iré mañana.",
        [("No lo sé", "Ana Prado", ""), ("Pero iré mañana.", "Ana Prado", "")],
    ),
    (
        "es",
        "Carlos Vega preside el club. “Nos faltó valor”, reconoció Vega tras el partido.",
        [("Nos faltó valor", "Carlos Vega", "")],
    ),
    (
        "es",
        "“¿Por qué ahora?”, preguntó el presidente del gremio, Luis Soto.",
        [("¿Por qué ahora?", "Luis Soto", "presidente del gremio")],
    ),
    (
        "es",
        "Rosa Gil fundó la empresa en 2009. “Empezamos en un garaje”, cuenta ella.",
        [("Empezamos en un garaje", "Rosa Gil", "")],
    ),
    (
        "es",
        "“No comentamos rumores”, respondió una portavoz de la aerolínea.",
        [("No comentamos rumores", "portavoz de la aerolínea", "")],
    ),
    ("es", "La novela “El camino de sal” vendió cuarenta ejemplares.", []),
    ("es", "Los llamados “chalecos amarillos” marcharon el sábado.", []),
    ("es", "El último pago, al que llaman “mordida”, es ilegal.", []),
    ("es", "La operación “Calles Limpias” empezó el lunes.", []),
    (
        "es",
        "“Llega mal”, espetó la senadora Carmen Luque. Manuel Ortega, agricultor de Lorca, perdió "
        "la cosecha. “A mí que no me cuenten cuentos”, dice mientras señala los almendros.",
        [
            ("Llega mal", "Carmen Luque", "senadora"),
            ("A mí que no me cuenten cuentos", "Manuel Ortega", "agricultor de Lorca"),
        ],
    ),
    # Italian
    (
        "it",
        "«Il ponte aprirà a maggio», ha detto Laura Mendini, ingegnera della provincia.",
        [("Il ponte aprirà a maggio", "Laura Mendini", "ingegnera della provincia")],
    ),
    (
        "it",
        "“Non ci sono più letti”, avverte la dottoressa Elena Parchi.",
        [("Non ci sono più letti", "Elena Parchi", "dottoressa")],
    ),
    (
        "it",
        "Il sindaco di Pavia, Paolo Ruggeri, ha definito il piano «un regalo ai costruttori».",
        [("un regalo ai costruttori", "Paolo Ruggeri", "sindaco di Pavia")],
    ),
    (
        "it",
        "Il ministro dell’Agricoltura, Luca Ferri, era a Torino. «L’aiuto arriverà», ha promesso il ministro.",
        [("L’aiuto arriverà", "Luca Ferri", "ministro dell’Agricoltura")],
    ),
    (
        "it",
        "Secondo Maria Chelli, biologa della stazione, «le rane erano semplicemente sparite».",
        [("le rane erano semplicemente sparite", "Maria Chelli", "biologa della stazione")],
    ),
    (
        "it",
        "Carlo Vega guida il club. «Ci è mancato il coraggio», ammette. «E il resto è scusa».",
        [("Ci è mancato il coraggio", "Carlo Vega", ""), ("E il resto è scusa", "Carlo Vega", "")],
    ),
    (
        "it",
        "«Il veicolo non si è fermato», spiega la Polizia.",
        [("Il veicolo non si è fermato", "Polizia", "")],
    ),
    (
        "it",
        "Chiara Rossi: «Non mi dimetto, e lo ripeto».",
        [("Non mi dimetto, e lo ripeto", "Chiara Rossi", "")],
    ),
    (
        "it",
        "«È finita – afferma Rossi – e non torneremo indietro». Mario Rossi allena la squadra da un anno.",
        [("È finita", "Mario Rossi", ""), ("e non torneremo indietro", "Mario Rossi", "")],
    ),
    (
        "it",
        "Anna Villa dirige il museo. «Abbiamo aspettato vent’anni», racconta lei.",
        [("Abbiamo aspettato vent’anni", "Anna Villa", "")],
    ),
    (
        "it",
        "«Non commentiamo», risponde un portavoce della compagnia.",
        [("Non commentiamo", "portavoce della compagnia", "")],
    ),
    (
        "it",
        "«Perché ora?», chiede il presidente del consorzio, Luigi Sala.",
        [("Perché ora?", "Luigi Sala", "presidente del consorzio")],
    ),
    ("it", "Il romanzo «La via del sale» ha venduto quaranta copie.", []),
    ("it", "I cosiddetti «furbetti» del cartellino sono undici.", []),
    ("it", "L’operazione «Strade Pulite» è cominciata lunedì.", []),
    (
        "it",
        "ROMA – «Non ci sarà nessuna tassa». Il ministro dell'Economia, Gianni Ferri, lo ripete. «Mai».",
        [("Non ci sarà nessuna tassa", "Gianni Ferri", "ministro dell'Economia")],
    ),
    # Portuguese
    (
        "pt",
        "“A ponte abre em maio”, disse Laura Mendes, engenheira da prefeitura.",
        [("A ponte abre em maio", "Laura Mendes", "engenheira da prefeitura")],
    ),
    (
        "pt",
        '"Não há mais leitos", alertou a médica Helena Parque.',
        [("Não há mais leitos", "Helena Parque", "médica")],
    ),
    (
        "pt",
        "O prefeito de Olinda, Paulo Rocha, chamou o plano de “presente para as construtoras”.",
        [("presente para as construtoras", "Paulo Rocha", "prefeito de Olinda")],
    ),
    (
        "pt",
        "A ministra da Pesca, Ana Maré, falou na sexta-feira. “O imposto fica”, afirmou a ministra.",
        [("O imposto fica", "Ana Maré", "ministra da Pesca")],
    ),
    (
        "pt",
        "Segundo Maria Keller, bióloga da estação, “os sapos simplesmente sumiram”.",
        [("os sapos simplesmente sumiram", "Maria Keller", "bióloga da estação")],
    ),
    (
        "pt",
        "Carlos Veiga preside o clube. “Faltou coragem”, reconheceu Veiga.",
        [("Faltou coragem", "Carlos Veiga", "")],
    ),
    (
        "pt",
        "“O carro não parou”, informou a Polícia Militar.",
        [("O carro não parou", "Polícia Militar", "")],
    ),
    (
        "pt",
        "Rosa Gil fundou a empresa. “Começamos numa garagem”, conta ela. “Hoje somos cem.”",
        [("Começamos numa garagem", "Rosa Gil", ""), ("Hoje somos cem.", "Rosa Gil", "")],
    ),
    (
        "pt",
        "Pedro Nunes foi direto. “Não é uma recuperação. É uma pausa.”",
        [("Não é uma recuperação. É uma pausa.", "Pedro Nunes", "")],
    ),
    (
        "pt",
        "“Não comentamos rumores”, respondeu uma porta-voz da companhia.",
        [("Não comentamos rumores", "porta-voz da companhia", "")],
    ),
    (
        "pt",
        "De acordo com o delegado João Prado, o grupo “agia sempre de madrugada”.",
        [("agia sempre de madrugada", "João Prado", "delegado")],
    ),
    (
        "pt",
        "— Não sei — disse Ana Prado. — Mas vou amanhã.",
        [("Não sei", "Ana Prado", ""), ("Mas vou amanhã.", "Ana Prado", "")],
    ),
    ("pt", "O filme “Caminho de Sal” estreia na quinta.", []),
    ("pt", "A chamada “lei seca” completa dez anos.", []),
    ("pt", "A operação “Ruas Limpas” começou na segunda.", []),
    # Dutch
    (
        "nl",
        "„De brug gaat in mei open”, zei Laura Mendels, ingenieur bij de provincie.",
        [("De brug gaat in mei open", "Laura Mendels", "ingenieur bij de provincie")],
    ),
    (
        "nl",
        "‘We hebben geen bedden meer’, waarschuwt arts Helene Park.",
        [("We hebben geen bedden meer", "Helene Park", "arts")],
    ),
    (
        "nl",
        "Burgemeester Jan de Vries noemt het plan “een cadeau aan de bouwers”.",
        [("een cadeau aan de bouwers", "Jan de Vries", "Burgemeester")],
    ),
    (
        "nl",
        "Volgens Maria Keller, bioloog bij het station, waren de kikkers “gewoon verdwenen”.",
        [("gewoon verdwenen", "Maria Keller", "bioloog bij het station")],
    ),
    (
        "nl",
        "“Het is voorbij”, aldus Kees Bakker. “En we komen niet terug.”",
        [("Het is voorbij", "Kees Bakker", ""), ("En we komen niet terug.", "Kees Bakker", "")],
    ),
    (
        "nl",
        "Minister Eva Zomer was tevreden. “Een goede dag voor het land”, zei ze.",
        [("Een goede dag voor het land", "Eva Zomer", "Minister")],
    ),
    (
        "nl",
        "De directeur van de haven, Piet van der Meer, zegt: “Dit had niemand verwacht.”",
        [("Dit had niemand verwacht.", "Piet van der Meer", "directeur van de haven")],
    ),
    ("nl", "“De auto stopte niet”, meldt de politie.", [("De auto stopte niet", "politie", "")]),
    (
        "nl",
        "“Geen commentaar”, zei een woordvoerder van de maatschappij.",
        [("Geen commentaar", "woordvoerder van de maatschappij", "")],
    ),
    (
        "nl",
        "Nina Falk is duidelijk. “Dit is geen herstel. Dit is een pauze.”",
        [("Dit is geen herstel. Dit is een pauze.", "Nina Falk", "")],
    ),
    (
        "nl",
        "Trainer Henk Smit noemde het spel ‘schrikbarend’.",
        [("schrikbarend", "Henk Smit", "Trainer")],
    ),
    (
        "nl",
        "Petra Kok was rechter. “Ik heb nergens spijt van”, zei Kok tegen de krant.",
        [("Ik heb nergens spijt van", "Petra Kok", None)],
    ),
    ("nl", "De roman ‘De stille weg’ is uitverkocht.", []),
    ("nl", "De zogenoemde ‘gele hesjes’ liepen zaterdag door Luik.", []),
    ("nl", "Het woord “polder” is oud.", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES, ids=[c[1][:40] for c in CASES])
def test_said(lang: str, text: str, expected: list[Said]) -> None:
    check(text, lang, expected)
