"""A page of prose in each language that is set with care, to measure typesetting with."""

PROSE = {
    "fr": """
Le moulin se dresse au bout du village, là où la rivière s’élargit avant de rejoindre la vallée. On
y venait autrefois de toute la contrée, avec des charrettes chargées de seigle, et l’attente durait
parfois jusqu’au lendemain. Le meunier connaissait chacun par son nom ; il savait qui payait
d’avance, qui marchandait, qui laissait une part de farine pour les enfants de l’école. Aujourd’hui
les meules ne tournent plus qu’aux journées du patrimoine, mais l’administration départementale a
décidé de restaurer la charpente, dont les poutres les plus anciennes remontent vraisemblablement au
dix-septième siècle. Les travaux commenceront au printemps, si les conditions météorologiques le
permettent, et dureront environ dix-huit mois. Une association de bénévoles rassemble déjà les
archives : correspondances, registres de comptes, photographies jaunies où l’on distingue encore,
derrière les visages immobiles, la grande roue et son infatigable mouvement.
""",
    "en": """
The lighthouse keeper had kept a journal since the first winter of his appointment, and nobody
thought to ask him why until long after the lamp had been made automatic. Every evening he noted the
direction of the wind, the condition of the mechanism, and the number of vessels that passed within
sight of the western reef. Occasionally he allowed himself an observation that had nothing to do with
navigation: a particularly magnificent sunset, the extraordinary patience of cormorants, a
disagreement with the supply boat about the quantity of kerosene. Historians of meteorology have since
discovered that his measurements, though taken with inexpensive instruments, were remarkably
consistent. They are now being transcribed by volunteers in three countries, who compare handwriting,
resolve abbreviations and argue cheerfully about illegible words. What began as the discipline of a
solitary man has become, rather unexpectedly, a small contribution to international science.
""",
    "de": """
Am Rand der Stadt, wo die Straßenbahn ihre letzte Schleife zieht, steht seit über hundert Jahren eine
Werkstatt für Musikinstrumente. Der Geigenbauer, der sie in vierter Generation führt, spricht
ungern über Geld, aber mit großer Ausdauer über Fichtenholz, Lackmischungen und die Luftfeuchtigkeit
im Trockenraum. Nachwuchs zu finden ist schwierig geworden: Die Ausbildungsordnung verlangt
dreieinhalb Jahre, und die wenigsten Bewerberinnen und Bewerber bringen die nötige Geduld mit. Trotzdem
möchte er die Öffnungszeiten nicht verlängern und auch keine Versandabteilung einrichten. Wer ein
Instrument kaufen will, soll es in der Werkstatt spielen, möglichst einen ganzen Nachmittag lang.
Wirtschaftlich betrachtet ist das unvernünftig, doch die Wartezeit beträgt inzwischen achtzehn Monate,
und die Musikhochschule schickt regelmäßig Studierende, die zum ersten Mal begreifen wollen, warum
zwei scheinbar gleiche Resonanzböden vollkommen unterschiedlich klingen.
""",
    "es": """
La biblioteca del pueblo ocupa desde hace algunos años la antigua estación de ferrocarril, un edificio
de ladrillo que durante mucho tiempo estuvo abandonado. En la sala de espera, donde los viajeros
consultaban los horarios, hay ahora estanterías hasta el techo y una mesa larga en la que los
estudiantes preparan sus exámenes. La bibliotecaria conserva en un cajón los billetes que fueron
apareciendo bajo el suelo durante la restauración: pequeños rectángulos de cartón con destinos que ya
no figuran en ningún mapa ferroviario. Los jueves por la tarde se reúne un grupo de lectura cuyos
miembros, en su mayoría jubilados, discuten apasionadamente sobre novelas extraordinariamente largas.
Nadie recuerda con exactitud quién tuvo la idea, pero todos coinciden en que el ayuntamiento tardó
demasiado en comprenderla. El próximo otoño se inaugurará, en el antiguo almacén de mercancías, una
colección dedicada a la correspondencia de los emigrantes.
""",
    "it": """
Ogni mattina, prima che il mercato apra, la vecchia fornaia attraversa la piazza con un carretto di
legno e distribuisce il pane alle botteghe che non hanno ancora alzato la saracinesca. Lo fa da
quarant’anni, con la stessa puntualità con cui il campanile segna le sei, e nessuno degli abitanti
riesce a immaginare il quartiere senza quel rumore di ruote sul selciato. La ricetta non è un segreto:
farina macinata a pietra, acqua, sale, un lievito che viene rinfrescato quotidianamente da tre
generazioni. Straordinaria è semmai la pazienza, perché l’impasto riposa un’intera notte e il forno
richiede un’attenzione continua. Recentemente l’amministrazione comunale le ha proposto di trasferire
l’attività in un edificio più moderno, con attrezzature elettriche e parcheggio per i fornitori. Ha
ringraziato gentilmente e ha risposto che ci penserà, il che, secondo chi la conosce, equivale a un
rifiuto definitivo.
""",
}
