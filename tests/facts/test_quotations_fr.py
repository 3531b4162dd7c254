"""Quotations in French: who said what."""

import pytest

from tests.facts.quoting import Said, check

CASES: list[tuple[str, list[Said]]] = [
    (
        "« Le pont rouvrira en mai », a déclaré Laure Mendès, ingénieure au département.",
        [("Le pont rouvrira en mai", "Laure Mendès", "ingénieure au département")],
    ),
    (
        "«Nous n’avons plus de lits», prévient le docteur Hélène Parc.",
        [("Nous n’avons plus de lits", "Hélène Parc", "docteur")],
    ),
    (
        "Le maire de Brest, Paul Kermadec, a dénoncé « une décision prise dans le dos des habitants ».",
        [("une décision prise dans le dos des habitants", "Paul Kermadec", "maire de Brest")],
    ),
    (
        "« Je n’aurais pas signé », a-t-il dit.\n\nPersonne ne sait de qui il s’agit.",
        [],
    ),
    (
        "Ancienne juge, Claire Dumas préside la commission.\n\n« On nous a menti », a-t-elle ajouté.",
        [("On nous a menti", "Claire Dumas", None)],
    ),
    (
        "Selon Marie Keller, biologiste à la station, « les grenouilles avaient tout simplement disparu ».",
        [
            (
                "les grenouilles avaient tout simplement disparu",
                "Marie Keller",
                "biologiste à la station",
            )
        ],
    ),
    (
        "D’après l’OMS, le risque « reste faible à ce stade ».",
        [("reste faible à ce stade", "OMS", "")],
    ),
    (
        "Pour Gilles Roy, économiste à la banque, « la hausse est derrière nous ».",
        [("la hausse est derrière nous", "Gilles Roy", "économiste à la banque")],
    ),
    (
        "« C’est fini, a tranché Jean Morel, et nous n’y reviendrons pas. »",
        [
            ("C’est fini", "Jean Morel", ""),
            ("et nous n’y reviendrons pas.", "Jean Morel", ""),
        ],
    ),
    (
        "Le ministre de l’Agriculture, Luc Ferrand, était à Tours lundi. Les éleveurs l’attendaient.\n\n"
        "« L’aide sera versée avant l’été », a promis le ministre.",
        [("L’aide sera versée avant l’été", "Luc Ferrand", "ministre de l’Agriculture")],
    ),
    (
        "La ministre de la Culture, Anne Le Goff, s’est dite surprise. « Personne ne m’avait prévenue », "
        "a assuré la ministre.",
        [
            ("Personne ne m’avait prévenue", "Anne Le Goff", "ministre de la Culture"),
        ],
    ),
    (
        "Éric Vasseur dirige l’usine depuis dix ans. M. Vasseur y voit « une page qui se tourne ».",
        [("une page qui se tourne", "Éric Vasseur", "")],
    ),
    (
        "Mme Dupuis, la présidente de l’association, regrette « un rendez-vous manqué ».",
        [("un rendez-vous manqué", "Mme Dupuis", "présidente de l’association")],
    ),
    (
        "« Le véhicule a refusé de s’arrêter », a indiqué la gendarmerie.",
        [("Le véhicule a refusé de s’arrêter", "gendarmerie", "")],
    ),
    (
        "« Nous ne commentons pas les rumeurs », a répondu une porte-parole de la compagnie.",
        [("Nous ne commentons pas les rumeurs", "porte-parole de la compagnie", "")],
    ),
    (
        "Sur France Info, Olivier Blanc a jugé la mesure « injuste ».",
        [("injuste", "Olivier Blanc", "")],
    ),
    (
        "Nadia Falc ne mâche pas ses mots. « Ce n’est pas une reprise. C’est une pause entre deux chutes. »",
        [("Ce n’est pas une reprise. C’est une pause entre deux chutes.", "Nadia Falc", "")],
    ),
    (
        "« Nous l’avions prévu », explique Omar Haddad, directeur du port. « Mais personne ne prévoit deux "
        "tempêtes. »\n\nIl ajoute : « Pas en une semaine. »",
        [
            ("Nous l’avions prévu", "Omar Haddad", "directeur du port"),
            ("Mais personne ne prévoit deux tempêtes.", "Omar Haddad", "directeur du port"),
            ("Pas en une semaine.", "Omar Haddad", "directeur du port"),
        ],
    ),
    (
        "Interrogé sur son avenir, Victor Hallé a dit ne rien exclure. « J’ai été élu pour finir le travail. »",
        [("J’ai été élu pour finir le travail.", "Victor Hallé", "")],
    ),
    (
        "La juge, Ruth Adler, n’a pas cillé. Elle a déclaré :\n\n> Vous saviez ce que vous faisiez.",
        [("Vous saviez ce que vous faisiez.", "Ruth Adler", "juge")],
    ),
    (
        "« Il m’a dit “cours” et j’ai couru », raconte Kate Moreau.",
        [("Il m’a dit “cours” et j’ai couru", "Kate Moreau", "")],
    ),
    (
        "Le PDG d’Orbite, Yann Le Bris, a salué « un tournant pour toute la filière ».",
        [("un tournant pour toute la filière", "Yann Le Bris", "PDG d’Orbite")],
    ),
    (
        "Yann Le Bris, PDG d’Orbite, salue « un tournant pour toute la filière ».",
        [("un tournant pour toute la filière", "Yann Le Bris", "PDG d’Orbite")],
    ),
    (
        "L’accord « ne change rien pour les salariés », affirme la CGT.",
        [("ne change rien pour les salariés", "CGT", "")],
    ),
    (
        "Pour l’avocat de la famille, Me Karim Benali, « rien ne prouve que le coup est parti seul ».",
        [
            (
                "rien ne prouve que le coup est parti seul",
                "Karim Benali",
                "avocat de la famille",
            )
        ],
    ),
    (
        "« C’est un miracle », souffle un habitant du village.",
        [("C’est un miracle", "habitant du village", "")],
    ),
    (
        "Le rapport évoque « un défaut d’entretien manifeste » et « une surveillance quasi inexistante ».",
        [
            ("un défaut d’entretien manifeste", "rapport", ""),
            ("une surveillance quasi inexistante", "rapport", ""),
        ],
    ),
    (
        "« On a joué avec le feu », reconnaît l’entraîneur des Bleus, Tony Marchand. « Et on s’est brûlés. »",
        [
            ("On a joué avec le feu", "Tony Marchand", "entraîneur des Bleus"),
            ("Et on s’est brûlés.", "Tony Marchand", "entraîneur des Bleus"),
        ],
    ),
    (
        "Emma Roux et son avocat, Pierre Lang, sont sortis par une porte dérobée. « Nous ferons appel », "
        "a annoncé ce dernier.",
        [("Nous ferons appel", "Pierre Lang", "avocat")],
    ),
    (
        "“Le vaccin fonctionne, mais il faut des rappels”, résume la virologue Inès Duval.",
        [("Le vaccin fonctionne, mais il faut des rappels", "Inès Duval", "virologue")],
    ),
    (
        "Dans une lettre aux salariés, la direction promet « un dialogue loyal et sincère ».",
        [("un dialogue loyal et sincère", "direction", "")],
    ),
    (
        "Comme l’a dit Jeanne Arnaud, « il n’y a pas de petite économie ».",
        [("il n’y a pas de petite économie", "Jeanne Arnaud", "")],
    ),
    (
        "Emmanuel Pinson : « Je ne démissionnerai pas. »",
        [("Je ne démissionnerai pas.", "Emmanuel Pinson", "")],
    ),
    (
        "« Vraiment ? » demande Paul Ricard. Le président hausse les épaules.",
        [("Vraiment ?", "Paul Ricard", "")],
    ),
    (
        "La procureure de Nice, Sylvie Astier, a ouvert une enquête. Selon elle, « les faits sont d’une "
        "rare gravité ».",
        [("les faits sont d’une rare gravité", "Sylvie Astier", "procureure de Nice")],
    ),
    (
        "« C’est du vent, tempête Yves Le Guen. Les promesses, on connaît. »",
        [("C’est du vent", "Yves Le Guen", ""), ("Les promesses, on connaît.", "Yves Le Guen", "")],
    ),
    (
        "Même son de cloche au syndicat : « Le compte n’y est pas », résume son délégué, Franck Morvan. "
        "Le syndicaliste parle d’un « plan social déguisé ».",
        [
            ("Le compte n’y est pas", "Franck Morvan", "délégué"),
            ("plan social déguisé", "Franck Morvan", "délégué"),
        ],
    ),
    # Dialogue and interviews.
    (
        "— Je n’ai rien vu, dit le gardien. Il faisait nuit.\n\n— Et le chien ? demanda Lucie Faure.",
        [
            ("Je n’ai rien vu", "gardien", ""),
            ("Il faisait nuit.", "gardien", ""),
            ("Et le chien ?", "Lucie Faure", ""),
        ],
    ),
    (
        "Anna Weil : Vous partez ?\n\nMarc Petit : Oui, à la fin du mois.\n\nAnna Weil : Et après ?\n\n"
        "Marc Petit : Après, la mer.",
        [
            ("Vous partez ?", "Anna Weil", ""),
            ("Oui, à la fin du mois.", "Marc Petit", ""),
            ("Et après ?", "Anna Weil", ""),
            ("Après, la mer.", "Marc Petit", ""),
        ],
    ),
    # What is no quotation.
    ("Son film « Les Herbes hautes » sort mercredi.", []),
    ("Le roman « la Neige en août » a reçu trois prix.", []),
    ("L’opération « place nette » a mobilisé mille policiers.", []),
    ("Les « gilets jaunes » ont défilé samedi à Lille.", []),
    ("Une substance « probablement » cancérigène a été retirée de la vente.", []),
    ("L’agence considère cette substance comme « probablement » cancérigène.", []),
    ("Ces pièces, surnommées « chutos », se vendent au marché noir.", []),
    ("Le mot « budget » vient d’une petite bourse de cuir.", []),
    ("Sur une pancarte, on pouvait lire « Pas de ferme, pas de pain ».", []),
    ("## « Nous ne partirons pas »\n\nLa grève a commencé lundi.", []),
    ("Le programme « France Relance » finance la moitié des travaux.", []),
    ('Il mesure 5\' 6" et l’écran fait 27" de diagonale.', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_said(text: str, expected: list[Said]) -> None:
    check(text, "fr", expected)
