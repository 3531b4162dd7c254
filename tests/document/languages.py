"""Texts in many languages, by their tag; of some forty words each, and on various subjects."""

TEXTS = {
    "en": (
        "The council met on Tuesday to decide whether the old bridge should be repaired or "
        "replaced. After three hours of talk, most members agreed that a new one would be "
        "cheaper in the long run, but nobody could say where the money would come from.",
        "Sourdough needs little more than flour, water and patience. Mix them in the evening, "
        "leave the dough in a cool place over night, and fold it a few times before you go to "
        "bed. In the morning it will have doubled, and it is ready for the oven.",
        "When a star has burned the last of its fuel, the core can no longer hold up what lies "
        "above it. Within a second it falls in on itself, and the outer layers are thrown into "
        "space with more light than a whole galaxy gives off.",
    ),
    "fr": (
        "Le conseil municipal s’est réuni mardi pour décider du sort du vieux pont. Après trois "
        "heures de débat, la plupart des élus se sont accordés sur un ouvrage neuf, qui coûterait "
        "moins cher à long terme ; mais personne ne sait encore qui le paiera.",
        "Pour réussir une bonne soupe à l’oignon, il faut surtout du temps. On fait fondre les "
        "oignons dans le beurre pendant près d’une heure, sans jamais les laisser brûler, puis on "
        "ajoute le bouillon et un peu de vin blanc avant de couvrir.",
        "Les baleines qui passent l’hiver sous les tropiques ne mangent presque rien pendant "
        "plusieurs mois. Elles vivent de la graisse qu’elles ont faite en été, et leurs petits "
        "naissent dans une eau assez chaude pour qu’ils n’aient pas froid.",
    ),
    "de": (
        "Der Gemeinderat hat am Dienstag darüber beraten, ob die alte Brücke erneuert oder "
        "abgerissen werden soll. Nach drei Stunden waren sich die meisten einig, dass ein Neubau "
        "auf lange Sicht billiger wäre, aber niemand weiß, woher das Geld kommen soll.",
        "Für einen guten Sauerteig braucht man wenig mehr als Mehl, Wasser und Geduld. Abends "
        "wird alles verrührt und kühl gestellt, am nächsten Morgen ist der Teig doppelt so hoch "
        "und kann geformt werden, bevor er noch einmal eine Stunde ruht.",
        "Die ersten Eisenbahnen fuhren nicht schneller als ein Pferd im Galopp, und doch hatten "
        "viele Reisende Angst, dass ihnen bei der Fahrt der Atem wegbleiben könnte. Wenige Jahre "
        "später war das Netz so dicht, dass man es sich nicht mehr anders vorstellen konnte.",
    ),
    "es": (
        "El ayuntamiento se reunió el martes para decidir si el viejo puente debía repararse o "
        "sustituirse por otro. Tras tres horas de debate, casi todos estaban de acuerdo en que "
        "uno nuevo saldría más barato, pero nadie supo decir de dónde vendrá el dinero.",
        "Para hacer una buena tortilla hay que freír las patatas muy despacio, con mucho aceite y "
        "sin que lleguen a dorarse. Luego se mezclan con los huevos batidos y se dejan reposar "
        "unos minutos antes de volver a ponerlas en la sartén.",
        "Las aves que cruzan el desierto cada otoño no se guían sólo por el sol. Los científicos "
        "han descubierto que también sienten el campo magnético de la Tierra, y que los jóvenes "
        "aprenden la ruta durante el primer viaje con los mayores.",
    ),
    "it": (
        "Il consiglio comunale si è riunito martedì per decidere se il vecchio ponte debba essere "
        "riparato o sostituito. Dopo tre ore di discussione quasi tutti erano d’accordo che uno "
        "nuovo costerebbe meno, ma nessuno ha saputo dire da dove verranno i soldi.",
        "Per un buon risotto ci vuole soprattutto pazienza. Si fa tostare il riso nel burro, si "
        "sfuma con il vino e poi si aggiunge il brodo un mestolo alla volta, mescolando sempre, "
        "finché i chicchi non sono cotti ma ancora al dente.",
        "Quando la neve si scioglie sulle montagne, l’acqua scende nelle valli e riempie i fiumi "
        "che da secoli danno da vivere ai contadini. Negli ultimi anni però la primavera arriva "
        "prima, e in agosto i canali sono spesso vuoti.",
    ),
    "pt": (
        "A câmara reuniu-se na terça-feira para decidir se a velha ponte deve ser reparada ou "
        "substituída. Depois de três horas, quase todos estavam de acordo que uma nova sairia "
        "mais barata, mas ninguém soube dizer de onde virá o dinheiro para a obra.",
        "Para fazer um bom caldo verde não é preciso muito: batatas, couve, cebola e um pouco de "
        "chouriço. As batatas cozem até se desfazerem, e só no fim é que se junta a couve, "
        "cortada muito fina, para que não perca a cor.",
        "Os pesquisadores descobriram que as abelhas também dormem, e que elas precisam disso "
        "para lembrar o caminho de volta. Quando são acordadas durante a noite, no dia seguinte "
        "já não sabem explicar às outras onde estão as flores.",
    ),
    "nl": (
        "De gemeenteraad heeft dinsdag vergaderd over de vraag of de oude brug moet worden "
        "hersteld of vervangen. Na drie uur praten waren de meeste leden het erover eens dat een "
        "nieuwe goedkoper is, maar niemand kon zeggen waar het geld vandaan moet komen.",
        "Voor een goede erwtensoep heb je vooral tijd nodig. Laat de erwten een nacht weken, kook "
        "ze met het vlees tot ze uit elkaar vallen, en doe er pas op het einde de prei en de "
        "worst bij. De volgende dag is hij nog lekkerder.",
        "Toen de zee zich terugtrok, bleven er overal plassen achter waarin kleine vissen en "
        "krabben gevangen zaten. De kinderen uit het dorp hadden er een emmer bij gehaald, en ze "
        "brachten alles wat ze vonden terug naar het water.",
    ),
    "ca": (
        "L’ajuntament es va reunir dimarts per decidir si el vell pont s’ha de reparar o "
        "substituir. Després de tres hores gairebé tothom estava d’acord que un de nou sortiria "
        "més barat, però ningú no va saber dir d’on vindran els diners per fer-lo.",
        "Per fer un bon pa amb tomàquet no cal gaire res: pa de pagès, tomàquets ben madurs, oli i "
        "sal. El pa es pot torrar una mica abans, i el tomàquet es frega amb força fins que només "
        "en queda la pell.",
        "Les muntanyes que envolten la vall són cobertes de neu durant més de mig any. Quan arriba "
        "la primavera, els pastors pugen amb els ramats i viuen en cabanes de pedra que els seus "
        "avis ja havien fet servir.",
    ),
    "da": (
        "Byrådet mødtes tirsdag for at afgøre, om den gamle bro skal repareres eller udskiftes. "
        "Efter tre timer var de fleste enige om, at en ny ville blive billigere i længden, men "
        "ingen kunne sige, hvor pengene skulle komme fra.",
        "Til et godt rugbrød skal man bruge surdej, rugmel, kerner og vand. Dejen røres sammen om "
        "aftenen og står natten over, og næste dag bages brødet længe ved svag varme, så det ikke "
        "bliver tørt. Det smager bedst, når det har ligget et døgn.",
        "De første mennesker, der kom til øen, havde sejlet over et hav, som ingen af dem kendte. "
        "Vi ved ikke meget om, hvorfor de rejste hjemmefra, men de må have haft både dyr og korn "
        "med sig, og nogle af deres huse står der endnu.",
    ),
    "nb": (
        "Kommunestyret møttes tirsdag for å avgjøre om den gamle broen skal repareres eller "
        "byttes ut. Etter tre timer var de fleste enige om at en ny ville bli billigere i lengden, "
        "men ingen kunne si hvor pengene skulle komme fra.",
        "Til en god fiskesuppe trenger du ikke mye: fersk torsk, gulrøtter, purre og litt fløte. "
        "Kok kraften på beina først, og legg ikke fisken i før helt mot slutten. Den skal bare "
        "trekke noen minutter, ellers blir den tørr.",
        "De første menneskene som kom hit, hadde fulgt reinen nordover da isen trakk seg tilbake. "
        "Vi vet ikke så mye om hvordan de levde, men de etterlot seg redskaper av stein, og på noen "
        "av bergene har de tegnet dyrene de jaktet på.",
    ),
    "sv": (
        "Kommunfullmäktige möttes i tisdags för att avgöra om den gamla bron ska lagas eller bytas "
        "ut. Efter tre timmar var de flesta eniga om att en ny skulle bli billigare i längden, men "
        "ingen kunde säga varifrån pengarna ska komma.",
        "Till en bra ärtsoppa behövs framför allt tid. Lägg ärtorna i blöt över natten, koka dem "
        "med fläsket tills de faller sönder, och smaka av med timjan och senap. Dagen efter är "
        "soppan ännu godare, om det finns något kvar av den.",
        "När isen drog sig tillbaka reste sig landet ur havet, och det gör det fortfarande. Där det "
        "för tusen år sedan var en hamn växer i dag skog, och bönderna hittar ibland delar av båtar "
        "när de plöjer sina åkrar.",
    ),
    "fi": (
        "Kaupunginvaltuusto kokoontui tiistaina päättämään, pitääkö vanha silta korjata vai "
        "rakentaa uusi. Kolmen tunnin jälkeen useimmat olivat sitä mieltä, että uusi tulisi "
        "halvemmaksi, mutta kukaan ei osannut sanoa, mistä rahat siihen tulevat, kun kassa on "
        "tyhjä jo nyt.",
        "Hyvä ruisleipä ei tarvitse paljon: jauhoja, vettä, suolaa ja juuren, joka on ollut talossa "
        "pitkään. Taikina tehdään illalla ja se saa nousta yön yli, ja kun leipä on paistettu, sitä "
        "ei pidä leikata ennen kuin se on jäähtynyt.",
        "Kun jää vetäytyi, maa alkoi nousta merestä, ja se nousee vieläkin. Siellä missä tuhat "
        "vuotta sitten oli satama, on nyt metsää, ja joskus löydetään vanhoja veneitä kaukana "
        "rannasta, vaikka kukaan ei enää muista niitä.",
    ),
    "pl": (
        "Rada miasta zebrała się we wtorek, żeby zdecydować, czy stary most ma być naprawiony, czy "
        "zastąpiony nowym. Po trzech godzinach większość zgodziła się, że nowy będzie tańszy, ale "
        "nikt nie wiedział, skąd wziąć na to pieniądze.",
        "Do dobrego żurku potrzeba przede wszystkim czasu. Zakwas z mąki i wody stoi w cieple przez "
        "kilka dni, a potem gotuje się go z kiełbasą, czosnkiem i majerankiem. Na koniec dodaje się "
        "jajko i trochę chrzanu, jeśli ktoś lubi.",
        "Kiedy lodowiec się cofnął, zostały po nim jeziora, które do dziś są jednymi z "
        "najczystszych w kraju. Latem przyjeżdża tu wielu żeglarzy, ale zimą jest tak cicho, że "
        "słychać, jak pod stopami pęka lód.",
    ),
    "cs": (
        "Zastupitelstvo se v úterý sešlo, aby rozhodlo, jestli se má starý most opravit, nebo "
        "nahradit novým. Po třech hodinách se většina shodla, že nový bude levnější, ale nikdo "
        "nevěděl, kde se na něj vezmou peníze.",
        "Na dobrou bramboračku je potřeba hlavně čas a sušené houby. Houby se namočí už večer, "
        "brambory se vaří s kořenovou zeleninou do měkka a nakonec se přidá jíška, česnek a hodně "
        "majoránky, která se předtím promne mezi prsty.",
        "Když ustoupil ledovec, zůstala po něm jezera, která patří k nejčistším v celé zemi. V létě "
        "sem přijíždí mnoho lidí, ale v zimě je tu takové ticho, že je slyšet, jak pod nohama praská "
        "led a jak padá sníh ze stromů.",
    ),
    "sk": (
        "Zastupiteľstvo sa v utorok zišlo, aby rozhodlo, či sa má starý most opraviť alebo nahradiť "
        "novým. Po troch hodinách sa väčšina zhodla, že nový bude lacnejší, ale nikto nevedel, kde "
        "sa naň vezmú peniaze.",
        "Na dobrú kapustnicu treba hlavne čas, kyslú kapustu a sušené hríby. Hríby sa namočia už "
        "večer, kapusta sa varí s mäsom do mäkka a nakoniec sa pridá klobása, cesnak a trochu "
        "mletej papriky. Na druhý deň chutí ešte lepšie.",
        "Keď ustúpil ľadovec, zostali po ňom jazerá, ktoré patria k najčistejším v krajine. V lete "
        "sem prichádza veľa ľudí, ale v zime je tu také ticho, že počuť, ako pod nohami praská ľad "
        "a ako padá sneh zo stromov.",
    ),
    "hu": (
        "A képviselő-testület kedden arról döntött, hogy a régi hidat felújítsák-e, vagy újat "
        "építsenek helyette. Három óra után a legtöbben egyetértettek abban, hogy az új olcsóbb "
        "lenne, de senki sem tudta, hogy honnan lesz rá pénz.",
        "A jó gulyáshoz nem kell sok minden, de idő igen. A hagymát lassan meg kell pirítani, aztán "
        "jön a hús és a paprika, és csak később a krumpli meg a répa. Ha már majdnem kész, el lehet "
        "venni a tűzről, és egy órán át állni hagyni.",
        "Amikor a jég visszahúzódott, tavak maradtak utána, amelyek ma is az ország legtisztább "
        "vizei közé tartoznak. Nyáron sokan jönnek ide, de télen olyan nagy a csend, hogy hallani "
        "lehet, ahogy a láb alatt megreped a jég.",
    ),
    "ro": (
        "Consiliul local s-a întrunit marți ca să hotărască dacă podul vechi trebuie reparat sau "
        "înlocuit. După trei ore, cei mai mulți au fost de acord că unul nou ar fi mai ieftin, dar "
        "nimeni nu a știut de unde vor veni banii.",
        "Pentru o ciorbă bună este nevoie mai ales de timp. Carnea se fierbe încet, la foc mic, "
        "apoi se adaugă legumele tăiate mărunt și borșul. La sfârșit se pune leușteanul, care nu "
        "trebuie să fiarbă, și smântâna, după gust.",
        "Când gheața s-a retras, au rămas în urma ei lacuri care sunt și astăzi printre cele mai "
        "curate din țară. Vara vin aici mulți oameni, dar iarna este atât de liniște încât se aude "
        "cum crapă gheața sub picioare.",
    ),
    "tr": (
        "Belediye meclisi salı günü eski köprünün onarılması mı yoksa yenilenmesi mi gerektiğine "
        "karar vermek için toplandı. Üç saat sonra çoğu üye yeni bir köprünün daha ucuz olacağında "
        "birleşti, ama paranın nereden geleceğini kimse bilmiyordu, çünkü bu yıl için kasada bir "
        "şey kalmadı.",
        "İyi bir mercimek çorbası için çok şey gerekmez: mercimek, soğan, havuç ve biraz salça. "
        "Hepsi yumuşayana kadar pişirilir, sonra süzgeçten geçirilir ve üzerine tereyağında "
        "kızdırılmış biber dökülür. Limon da her zaman yanında olmalı, ama o kadar da önemli değil.",
        "Buzullar çekildiğinde geride göller kaldı ve bunlar bugün de ülkenin en temiz suları "
        "arasında. Yazın buraya pek çok insan gelir, ama kışın öyle sessiz olur ki ayaklarınızın "
        "altında buzun çatladığını duyabilirsiniz ve bu ses hiç unutulmaz.",
    ),
    "ru": (
        "Городской совет собрался во вторник, чтобы решить, чинить ли старый мост или строить "
        "новый. Через три часа почти все согласились, что новый обойдётся дешевле, но никто не "
        "знал, откуда на него взять деньги.",
        "Для хорошего борща нужны не только свёкла и капуста, но и время. Бульон варят на медленном "
        "огне, овощи кладут по очереди, а когда всё готово, кастрюлю закрывают и дают супу постоять "
        "хотя бы час.",
        "Когда ледник отступил, после него остались озёра, которые и сегодня считаются самыми "
        "чистыми в стране. Летом сюда приезжает много людей, но зимой здесь так тихо, что слышно, "
        "как под ногами трещит лёд.",
    ),
    "uk": (
        "Міська рада зібралася у вівторок, щоб вирішити, чи ремонтувати старий міст, чи будувати "
        "новий. Через три години майже всі погодилися, що новий буде дешевшим, але ніхто не знав, "
        "звідки взяти на нього гроші.",
        "Для доброго борщу потрібні не тільки буряк і капуста, а й час. Бульйон варять на малому "
        "вогні, овочі кладуть по черзі, а коли все готове, каструлю накривають і дають страві "
        "постояти хоча б годину.",
        "Коли льодовик відступив, після нього залишилися озера, які й сьогодні вважають "
        "найчистішими в країні. Влітку сюди приїздить багато людей, але взимку тут так тихо, що "
        "чути, як під ногами тріщить лід.",
    ),
    "bg": (
        "Общинският съвет се събра във вторник, за да реши дали старият мост да бъде ремонтиран "
        "или заменен с нов. След три часа почти всички бяха съгласни, че нов ще излезе по-евтино, "
        "но никой не знаеше откъде ще дойдат парите.",
        "За добрата леща трябва най-вече време. Тя се вари на тих огън заедно с лука и морковите, "
        "а доматите и чубрицата се слагат чак накрая, когато е омекнала. На другия ден е още "
        "по-вкусна, ако е останало нещо от нея.",
        "Когато ледникът се отдръпнал, след него останали езера, които и днес са сред най-чистите "
        "в страната. През лятото тук идват много хора, но през зимата е толкова тихо, че се чува "
        "как ледът се пука под краката.",
    ),
    "el": (
        "Το δημοτικό συμβούλιο συνεδρίασε την Τρίτη για να αποφασίσει αν η παλιά γέφυρα πρέπει να "
        "επισκευαστεί ή να αντικατασταθεί. Μετά από τρεις ώρες οι περισσότεροι συμφώνησαν ότι μια "
        "νέα θα ήταν φθηνότερη.",
        "Για μια καλή φασολάδα χρειάζεται κυρίως χρόνος. Τα φασόλια μουλιάζουν όλη τη νύχτα και "
        "μετά βράζουν σε χαμηλή φωτιά με τα λαχανικά, ώσπου να μαλακώσουν, και στο τέλος μπαίνει "
        "το λάδι.",
        "Όταν υποχώρησαν οι πάγοι, άφησαν πίσω τους λίμνες που είναι ακόμη από τις πιο καθαρές της "
        "χώρας. Το καλοκαίρι έρχεται πολύς κόσμος, αλλά τον χειμώνα όλα είναι ήσυχα.",
    ),
    "he": (
        "מועצת העיר התכנסה ביום שלישי כדי להחליט אם לתקן את הגשר הישן או לבנות חדש. אחרי שלוש "
        "שעות רוב החברים הסכימו שגשר חדש יהיה זול יותר, אבל אף אחד לא ידע מאין יבוא הכסף.",
        "כדי להכין מרק טוב צריך בעיקר זמן. את העצמות מבשלים על אש קטנה, אחר כך מוסיפים את הירקות, "
        "ורק בסוף את התבלינים. למחרת הוא טעים עוד יותר, אם נשאר ממנו משהו.",
        "כאשר הקרח נסוג, נשארו אחריו אגמים שהם גם היום בין הנקיים בארץ. בקיץ באים לכאן הרבה אנשים, "
        "אבל בחורף הכול שקט כל כך שאפשר לשמוע איך הקרח נסדק, וגם זה יפה.",
    ),
    "ar": (
        "اجتمع مجلس المدينة يوم الثلاثاء لكي يقرر هل يتم إصلاح الجسر القديم أو بناء جسر جديد. وبعد "
        "ثلاث ساعات وافق أكثر الأعضاء على أن الجديد أرخص، لكن لم يعرف أحد من أين يأتي المال.",
        "من أجل حساء جيد نحتاج إلى الوقت قبل كل شيء. يوضع العدس في الماء مع البصل والجزر على نار "
        "هادئة، ثم تضاف التوابل بعد أن ينضج، ويقدم مع الليمون والخبز الذي يكون ساخنا.",
        "عندما تراجع الجليد ترك خلفه بحيرات ما زالت حتى اليوم من أنقى المياه في البلاد. في الصيف "
        "يأتي إلى هنا كثير من الناس، أما في الشتاء فإن الهدوء كبير، وهذا ما يحبه أهل القرية.",
    ),
    "fa": (
        "شورای شهر روز سه‌شنبه گرد هم آمد تا تصمیم بگیرد که پل قدیمی را تعمیر کند یا پل تازه‌ای "
        "بسازد. پس از سه ساعت بیشتر اعضا بر این باور بودند که پل تازه ارزان‌تر است، اما هیچ‌کس "
        "نمی‌دانست پول آن از کجا می‌آید.",
        "برای یک آش خوب بیش از هر چیز به وقت نیاز است. حبوبات را از شب پیش در آب می‌گذارند و سپس با "
        "سبزی روی آتش کم می‌پزند، و در پایان کشک و نعناع داغ را به آن می‌افزایند.",
        "هنگامی که یخ‌ها آب شد، دریاچه‌هایی از آن به جا ماند که هنوز هم از پاک‌ترین آب‌های کشور "
        "است. در تابستان مردم بسیاری به این جا می‌آیند، اما زمستان آن چنان آرام است که صدای برف را "
        "هم می‌توان شنید.",
    ),
    "hi": (
        "नगर परिषद की बैठक मंगलवार को हुई ताकि यह तय किया जा सके कि पुराने पुल की मरम्मत हो या नया पुल "
        "बनाया जाए। तीन घंटे के बाद अधिकतर सदस्य इस बात पर सहमत थे कि नया पुल सस्ता होगा।",
        "अच्छी दाल के लिए सबसे ज़्यादा समय की ज़रूरत होती है। दाल को रात भर पानी में रखा जाता है और फिर "
        "धीमी आँच पर पकाया जाता है, और अंत में उसमें घी और जीरे का तड़का लगता है।",
        "जब बर्फ़ पीछे हटी तो उसके बाद झीलें रह गईं जो आज भी देश की सबसे साफ़ झीलों में हैं। गर्मियों में "
        "यहाँ बहुत लोग आते हैं, लेकिन सर्दियों में इतनी शांति होती है कि बर्फ़ की आवाज़ भी सुनाई देती है।",
    ),
    "zh": (
        "市议会星期二开会，讨论旧桥应该修理还是重建。三个小时以后，大多数人都同意新桥会更便宜，但是没有人"
        "知道钱从哪里来。市长说，他下个月会再提出一个新的计划。",
        "煮一锅好汤最需要的是时间。骨头要用小火慢慢地煮，蔬菜按照顺序放进去，最后才加盐。第二天再热一次，"
        "味道会更好。",
        "當冰川退去的時候，留下了許多湖泊，它們至今仍然是全國最乾淨的水。夏天這裡有很多人，冬天卻非常安靜，"
        "連腳下的冰裂開的聲音都聽得見。",
    ),
    "ja": (
        "市議会は火曜日に開かれ、古い橋を修理するか、新しい橋を架けるかについて話し合った。三時間後、"
        "ほとんどの議員は新しい橋の方が安いと認めたが、お金がどこから来るのかは誰にも分からなかった。",
        "おいしい味噌汁を作るには、まず出汁をていねいに取ることが大切です。野菜は固いものから順に入れ、"
        "味噌は火を止めてから溶きます。",
        "氷河が後退したあとには湖が残り、今でも国内で最もきれいな水の一つとされている。夏には大勢の人が"
        "訪れるが、冬はとても静かだ。",
    ),
    "ko": (
        "시의회는 화요일에 모여 낡은 다리를 고칠지 새로 지을지를 논의했다. 세 시간 뒤 대부분의 의원은 새 "
        "다리가 더 싸다는 데 동의했지만, 돈이 어디에서 나올지는 아무도 몰랐다.",
        "좋은 국을 끓이려면 무엇보다 시간이 필요하다. 뼈를 약한 불에 오래 끓이고, 채소는 차례대로 넣고, "
        "소금은 마지막에 넣는다.",
        "빙하가 물러난 자리에는 호수가 남았고, 지금도 나라에서 가장 깨끗한 물로 꼽힌다. 여름에는 많은 "
        "사람이 찾아오지만 겨울에는 아주 조용하다.",
    ),
    "th": (
        "สภาเมืองประชุมกันเมื่อวันอังคารเพื่อตัดสินใจว่าจะซ่อมสะพานเก่าหรือสร้างสะพานใหม่ หลังจากสามชั่วโมง "
        "สมาชิกส่วนใหญ่เห็นด้วยว่าสะพานใหม่จะถูกกว่า",
        "การทำแกงที่อร่อยต้องใช้เวลามาก ต้องเคี่ยวด้วยไฟอ่อน แล้วจึงใส่ผักตามลำดับ",
        "เมื่อน้ำแข็งละลายก็เหลือทะเลสาบที่ยังสะอาดที่สุดในประเทศจนถึงทุกวันนี้",
    ),
    "nn": (
        "Kommunestyret møttest tysdag for å avgjere om den gamle brua skal vølast eller bytast ut. "
        "Etter tre timar var dei fleste samde om at ei ny ville bli billegare, men ingen kunne seie "
        "kvar pengane skulle kome frå, for det er ikkje meir att i kassa.",
    ),
    "gl": (
        "O concello reuniuse o martes para decidir se a vella ponte debe ser reparada ou "
        "substituída. Despois de tres horas case todos estaban de acordo en que unha nova sairía "
        "máis barata, pero ninguén soubo dicir de onde virá o diñeiro para a obra.",
    ),
    "sl": (
        "Občinski svet se je v torek sestal, da bi odločil, ali naj stari most popravijo ali "
        "zamenjajo z novim. Po treh urah se je večina strinjala, da bo nov cenejši, vendar nihče ni "
        "vedel, od kod bo prišel denar.",
    ),
    "sr": (
        "Градско веће се састало у уторак да одлучи да ли ће стари мост бити поправљен или ће бити "
        "саграђен нови. После три сата већина се сложила да је нови јефтинији, али нико није знао "
        "одакле ће доћи новац.",
    ),
}

# Languages and transcriptions that are not known, but look like some that are.
UNKNOWN = {
    "Croatian": "Gradsko vijeće sastalo se u utorak kako bi odlučilo hoće li se stari most popraviti "
    "ili zamijeniti novim. Nakon tri sata većina se složila da će novi biti jeftiniji, ali nitko "
    "nije znao odakle će doći novac za to.",
    "Latin": "Flumen est quod per fines gentium in mare magnum fluit, sed tam lente ut oculis in "
    "utram partem aquae ferantur iudicari non possit. Id milites ratibus et scaphis inter se iunctis "
    "transibant, cum nuntii de adventu hostium ad ducem venerunt.",
    "Occitan": "Lo conselh de la vila s’es acampat dimars per decidir se lo pont vièlh deu èsser "
    "adobat o cambiat. Aprèp tres oras gaireben totes èran d’acòrdi que un nòu seriá mens car, mas "
    "degun sabiá pas d’ont vendriá l’argent.",
    "Indonesian": "Dewan kota bertemu pada hari Selasa untuk memutuskan apakah jembatan tua itu akan "
    "diperbaiki atau diganti. Setelah tiga jam sebagian besar setuju bahwa yang baru akan lebih "
    "murah, tetapi tidak ada yang tahu dari mana uangnya akan datang.",
    "Swahili": "Baraza la mji lilikutana siku ya Jumanne ili kuamua kama daraja la zamani "
    "litengenezwe au lijengwe jipya. Baada ya saa tatu wengi walikubali kwamba jipya ni rahisi, "
    "lakini hakuna aliyejua fedha zitatoka wapi.",
    "Frisian": "De gemeenteried hat tiisdei gearkommen oer de fraach oft de âlde brêge makke wurde "
    "moat of dat der in nije komme sil. Nei trije oeren wiene de measten it iens dat in nije "
    "goedkeaper wie, mar net ien wist wêr’t it jild wei komme moast.",
    "Russian in Latin letters": "Gorodskoy sovet sobralsya vo vtornik, chtoby reshit, chinit li "
    "stary most ili stroit novy. Cherez tri chasa pochti vse soglasilis, chto novy budet deshevle, "
    "no nikto ne znal, otkuda na nego vzyat dengi, i kak eto vse budet.",
    "Japanese in Latin letters": "Watashi wa kinou tomodachi to issho ni eiga o mimashita. Sono eiga "
    "wa totemo omoshirokatta desu ga, sukoshi nagakatta to omoimasu. Eiga no ato de, eki no chikaku "
    "no mise de ramen o tabete, juuji goro ni uchi e kaerimashita.",
    "Chinese in Latin letters": "Wo zuotian he pengyou yiqi qu kan le dianying. Dianying hen you "
    "yisi, danshi you yidian chang. Kan wan yihou women zai chezhan de fujin chi le mian, shi dian "
    "zuoyou cai hui jia, jintian wo hai you yidian lei.",
    "Greek in Latin letters": "To dimotiko symvoulio synedriase tin Triti gia na apofasisei an i "
    "palia gefyra prepei na episkevastei i na antikatastathei. Meta apo tris ores oi perissoteroi "
    "symfonisan oti mia nea tha itan fthinoteri, alla kaneis den ixere.",
    "Ancient Greek": "Ὡς δὲ οἱ στρατιῶται ἐπὶ τὸν ποταμὸν ἦλθον, οὐκ ἦν γέφυρα, καὶ οἱ μὲν ἐνόμιζον "
    "τοὺς πολεμίους λελυκέναι αὐτήν, οἱ δὲ ὑπὸ τοῦ ὕδατος.",
    "no language": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor "
    "incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation "
    "ullamco laboris nisi ut aliquip ex ea commodo consequat.",
}

# Titles: short enough that no answer is a good one, but a wrong one is not.
TITLES = (
    ("en", "The end of the affair"),
    ("en", "How we built the new site"),
    ("en", "Why do cats purr?"),
    ("en", "Die Hard at thirty"),
    ("en", "La La Land, a review"),
    ("en", "In the name of the Rose"),
    ("en", "Rust vs. Go in 2025"),
    ("fr", "La fin du voyage"),
    ("fr", "Comment nous avons refait le site"),
    ("fr", "Microsoft et Nvidia misent sur Anthropic"),
    ("fr", "Le Monde, un journal de Paris"),
    ("fr", "Pourquoi les chats ronronnent"),
    ("de", "Das Ende der Reise"),
    ("de", "Warum die Katzen schnurren"),
    ("de", "Im Westen nichts Neues"),
    ("es", "La casa de papel"),
    ("es", "Por qué los gatos ronronean"),
    ("es", "Cien años de soledad"),
    ("it", "Il nome della rosa"),
    ("it", "La dolce vita"),
    ("it", "Perché i gatti fanno le fusa"),
    ("pt", "Ensaio sobre a cegueira"),
    ("pt", "O fim da viagem"),
    ("nl", "Het einde van de reis"),
    ("nl", "De weg van het water"),
    ("ca", "La plaça del Diamant"),
    ("da", "Den lille pige og hendes hund"),
    ("nb", "Et dukkehjem i vår tid"),
    ("sv", "Män som hatar kvinnor"),
    ("fi", "Tuntematon sotilas ja sota"),
    ("pl", "Lalka i inne powieści"),
    ("cs", "Nesnesitelná lehkost bytí"),
    ("hu", "A Pál utcai fiúk"),
    ("ro", "Pădurea spânzuraților"),
    ("tr", "Benim adım kırmızı"),
    ("ru", "Война и мир"),
    ("uk", "Тіні забутих предків"),
    ("zh", "东京大学"),
    ("ja", "ノルウェイの森"),
    ("ja", "東京大学の新しい図書館"),
    ("el", "Ο τελευταίος πειρασμός"),
)
