"""The words that tell languages apart, the commonest first. Data only: see `language`.

They are the words that stand in every text of a language, whatever it is about. A word with an
apostrophe is one that is joined to the next. In languages that are often typed without accents,
such words stand without them, too.
"""

# By BCP 47 tag. Written in the Latin alphabet:
LATIN = {
    "en": (
        "the of and to in a is that for it was on are as with his they be at this have from or had "
        "by but not what all were we when your can said there an which she do their if will about "
        "up out them then many some so these would her him into has more two like could no than "
        "been its who now my did over only other new also one our just most such how where may "
        "after because any before between should through while being those both each much very same "
        "don' it' that' didn' he you i people years first time does without under against here "
        "every still"
    ),
    "fr": (
        "de la le et les des en un une du dans que est pour qui par sur pas plus au il ce avec ne "
        "se son sont sa ou mais a été cette ont aux elle comme nous ses ces même on être fait aussi "
        "leur entre sans deux dont ils peut d' l' qu' n' s' c' j' m' t' lui je vous tout tous bien "
        "si y après avant encore très où leurs était étaient avait fut depuis lors sous donc contre "
        "selon ainsi notre votre cela chez moins toujours toute toutes celui celle quand car trop "
        "rien autre autres année années temps mes mon ma faire à jusqu' lorsqu' quelqu' puis jamais "
        "cet elles ans peu ici nos vos là aujourd' ete meme etre apres tres etait etaient annee "
        "annees"
    ),
    "de": (
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es "
        "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so "
        "zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr was wenn "
        "kann gegen vom können schon habe seine ihre dann unter hatte eines diese dieser keine doch "
        "sehr wieder zwischen ihm ihn ihnen weil beim immer alle mich mir uns dieses hier jetzt "
        "jahre jahren ohne seit kein ja etwa selbst daß waren damit wurden seinen seiner ihrer "
        "ihren viele fuer ueber du dich dir ob nun da zwei wer nichts etwas fur uber konnen"
    ),
    "es": (
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus "
        "le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy "
        "años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene "
        "él uno donde bien tiempo mismo ese ahora cada vida otro después te otros aunque esa eso "
        "hace otra tan durante siempre día tanto ella tres sí sido estaba antes quien hacer contra "
        "nada nuestro mientras estos les aquí según estas e fueron pueden están tienen unos cual "
        "algo mas tambien habia anos solo asi despues dia aqui segun estan"
    ),
    "it": (
        "di e il la che in a per un è del non una i della con si da le sono al come più dei ha nel "
        "alla lo su anche gli delle ma se dalla suo sua ai dal ed tra nella era stato o questo fra "
        "due sul ci loro essere hanno degli stata alle nei questa c' l' dell' un' d' all' nell' "
        "dall' quest' sull' anni dopo prima molto così io mi ti ne cui già solo quando perché cosa "
        "fu dello poi sia ogni tutti tutto suoi sue dove senza ancora può mai quello quella altri "
        "stati fatto fino sempre noi lui lei aveva uno parte però sulla dalle agli chi mentre "
        "proprio erano quindi meno nulla contro vita volta altra quale piu cosi gia perche puo pero"
    ),
    "pt": (
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
        "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso "
        "ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram "
        "essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe "
        "deles essas esses pelas este fosse dele tu te nosso nossa sobre anos então ainda onde pode "
        "fazer são outros assim ano dia durante sempre todos todo cada dois duas eram uns antes "
        "porque contra sob segundo podem agora quase tudo nao ha ja esta tambem so ate estao voce "
        "sera entao sao"
    ),
    "nl": (
        "de het een van en in is dat op te zijn met voor niet aan er die om ook als dan maar bij of "
        "uit nog naar heeft hij ze wordt door over wat werd kan tot was ik je zo hebben worden deze "
        "al meer geen nu moet zou wel ons we hun haar onder veel tegen mijn dit mensen jaar waar "
        "kunnen zij na omdat had zal toch iets daar hier heel maken men hem zich tussen alleen "
        "zoals hoe altijd wij u eerste werden konden twee moeten waren wie af jij niets alles mij "
        "sinds vaak steeds eigen"
    ),
    "ca": (
        "de la el i que en a els l' d' un les per una amb del és no al es va dels més com se ha són "
        "seva seu també o pel han hi però aquesta aquest s' ser entre n' qual sobre fins molt ja "
        "des què sense quan on jo ho tot tots havia era anys perquè després aquests aquestes dos "
        "altres segons part seus seves ens dir està pot ni li als dia tenia cada mentre encara "
        "només abans fer gran molts m' us vaig hem any si van fou dues nostra nostre això allò pels "
        "ara sempre mai tan estat mes son tambe pero perque despres esta nomes aixo allo"
    ),
    "da": (
        "og i at det er en til af på som med for den de ikke der et var han har fra men om vi kan "
        "så sig hun skal blev eller nu havde ved også efter når op være hvad ud jeg dem mig mere "
        "kun hvor under over denne dette man blive sin meget bliver vil skulle kunne ville hvis "
        "deres hans end mod ingen mellem noget du nogle uden flere alle år før andre siger mange to "
        "selv både dog bare lige gennem blevet hvordan hvorfor fordi siden os disse hele nogen dag "
        "ned ind hende været få må første altid aldrig lidt gik fik igen sit mit bedst længe næste "
        "bruge gøre gør sagde måske sådan vores omkring ad gang pa sa ogsa nar ar bade fa ma maske "
        "sadan"
    ),
    "nb": (
        "og i det er på som en til at av for med å ikke har de den var han et fra men om vi kan så "
        "seg hun skal ble eller nå hadde ved også etter når opp være hva ut jeg dem meg mer kun "
        "bare hvor under over denne dette man bli sin mye blir vil skulle kunne ville hvis deres "
        "hans enn mot ingen mellom noe du noen uten flere alle år før andre sier mange to selv både "
        "blitt gjennom vært siden oss dere hvordan hvorfor fordi kanskje disse hele dag ned inn "
        "henne få må første der alltid aldri litt gikk fikk igjen sitt mitt best lenge neste bruke "
        "gjøre gjør slik vår våre rundt gang pa a sa na ogsa nar ar bade fa ma vare"
    ),
    "nn": (
        "og i det er på som ein ei til at av for med å ikkje har dei den var han eit frå men om vi "
        "kan så seg ho skal vart blei eller no hadde ved også etter når opp vere kva ut eg meg meir "
        "berre kvar under over denne dette bli sin mykje blir vil skulle kunne ville viss hans enn "
        "mot ingen mellom noko du nokre utan fleire alle år før andre seier mange to sjølv både "
        "korleis kvifor fordi vore sidan oss desse heile dag ned inn henne få må første der deira "
        "dykk kven alltid aldri litt gjekk fekk igjen sitt mitt best lenge neste bruke gjere gjer "
        "slik vår våre rundt gong pa a fra sa ogsa nar ar bade fa ma vare"
    ),
    "sv": (
        "och i att det som en på är av för med den till inte har de ett om var han men så från vi "
        "kan när sig ut hon eller hade nu där under ska också efter vid mot vad vara bara här blev "
        "alla dem mig än över man bli kom mycket skulle finns får kunde år då hur mer andra sin "
        "deras mellan utan dig jag inom redan genom blir några någon något denna detta dessa varit "
        "samt vill måste många två alltid sedan innan eftersom oss sina du upp hans hela in ingen "
        "dess fick vilket flera första vilka pa ar for sa fran nar dar ocksa an over far da nagra "
        "nagon nagot maste manga tva forsta"
    ),
    "fi": (
        "ja on ei se että oli hän en ovat mutta kuin joka tai myös niin mitä jos kun ole sen tämä "
        "vain hänen mukaan minä olen voi sitä nyt sekä mikä vuonna jo kanssa hyvin ne olla jotka "
        "siitä tämän olivat vielä ollut tässä koska eivät sinä kaikki te me he ennen jälkeen ettei "
        "siellä paljon sitten aina jolloin jonka muun muassa tätä niitä hänet häntä minun meidän "
        "noin vuoden asti vaan nämä sillä eikä yli oma kuitenkin joita siihen niiden joiden silloin "
        "joissa jossa kaksi ensimmäinen toinen usein voidaan vaikka etta han myos mita tama hanen "
        "mina sita seka mika siita taman viela tassa eivat sina jalkeen siella tata niita hanet "
        "hanta meidan nama silla eika ensimmainen"
    ),
    "pl": (
        "i w na z się nie że do to jest o jak za od po ale co przez są tym oraz dla tak już był ten "
        "ma które może tylko było będzie jego który ich bez jako czy także która przed jej być gdy "
        "jednak lat między pod też nawet więc mnie go mu tego te ta tej przy tych byli była sobie "
        "wszystko kiedy nad można jeśli roku bardzo nas został została swoje swój ze we ją a lub "
        "jeszcze byłem nich którzy której ponieważ wiele były których nim im dwa my wy on ona oni "
        "jestem aby sie sa juz byl ktore moze bylo bedzie ktory takze ktora byc miedzy tez wiec "
        "byla mozna jesli zostal zostala swoj ja bylem ktorzy ktorej poniewaz byly ktorych"
    ),
    "cs": (
        "a se v na je že s z do i o to ve pro za by ale si po jako jsou k který které která od ze "
        "jeho nebo už jen byl byla bylo tak při být než co či také aby podle před má jak však bude "
        "mezi není ještě jsem až když může jejich kde roku let pak toho tím tom velmi jsme této "
        "tento své svůj byli ke nás mi mě proto pouze jí jim něco sobě takže tedy více byly kteří "
        "její ani první ten bez další kdy u protože pod nad ktery ktere ktera uz pri byt nez ci "
        "take pred ma vsak neni jeste az kdyz muze tim teto sve svuj nas me ji neco sobe takze vice "
        "kteri jeji prvni dalsi protoze"
    ),
    "sk": (
        "a sa v na je že s z do i o to vo pre za by ale si po ako sú k ktorý ktoré ktorá od zo jeho "
        "alebo už len bol bola bolo tak pri byť než čo či aj aby podľa pred má však bude medzi nie "
        "ešte som až keď môže ich kde roku rokov potom toho tým tom veľmi sme tento svoje boli ku "
        "nás mi ma preto iba jej im niečo sebe teda viac ktorí tejto tiež ani prvý ten bez ďalšie "
        "kedy u pretože pod nad táto toto ju ho cez ze su ktory ktore ktora uz byt nez co ci podla "
        "vsak este az ked moze tym velmi nas nieco ktori tiez prvy dalsie pretoze tato"
    ),
    "hu": (
        "a az és hogy nem is egy ez meg de volt csak már azt el ha mint ki le vagy még kell fel van "
        "én mert lesz ő ezt itt amely mi minden sem be azonban így aki nagyon lehet után sok két "
        "között alatt voltak vannak most akkor mindig olyan szerint amikor pedig majd ami több "
        "volna saját ennek annak ezek azok amelyek lett ahol során által nincs hanem össze jól első "
        "óta vele neki mely illetve nélkül hiszen ott ide ahogy tehát sokkal évben es mar en o igy "
        "utan ket kozott tobb sajat soran altal ossze jol elso ota nelkul tehat evben"
    ),
    "ro": (
        "de și în a la cu o pe din nu care mai este un că să se pentru sunt fost au al ale lui prin "
        "sau fi dar ca ce le era după fără între până cum așa însă când acest această nici ei el ea "
        "noi foarte despre tot numai decât doar ani fie avea poate își îl îi dintre către unui unei "
        "cele cei cea fiind am ai vor va asta aceasta acestui lor său sale acum încă şi astfel sa "
        "si in erau ar unde chiar dacă două iar asupra împotriva mult unor fiecare toate toți "
        "nostru dupa fara intre pana asa insa cand decat isi il ii catre inca daca doua impotriva "
        "toti"
    ),
    "tr": (
        "ve bir bu da de için ile olarak çok daha ne o gibi olan en kadar var ama sonra her mi "
        "değil ben ki ya şey kendi mı olduğu iki oldu diye bana sadece onun yok biz hem ise göre "
        "tarafından sen nasıl bütün zaman önce büyük yeni ancak yıl içinde olduğunu bile veya tüm "
        "arasında ilk şekilde edilen ettiği böyle başka hiç üzerinde ederek çünkü eden vardı onu şu "
        "şimdi bazı fakat artık yine ona hiçbir bunun yılında burada idi birlikte karşı icin cok "
        "degil sey oldugu gore tarafindan nasil butun once buyuk yil icinde oldugunu tum arasinda "
        "sekilde ettigi boyle baska hic uzerinde cunku vardi su simdi bazi artik hicbir yilinda "
        "karsi"
    ),
    "gl": (
        "de a o que e do da en un para é con non unha os no se na por máis as dos como mas foi ao "
        "el das ten á seu súa ou ser cando moito hai nos xa está eu tamén só polo pola ata iso ela "
        "entre era despois sen mesmo aos ter isto esta este anos moi onde lle unhas uns foron pero "
        "polos polas súas seus estas eles tiña fixo porque aínda pode ano dous vida sobre todo "
        "todos mais sua tamen so suas tina ainda"
    ),
    "af": (
        "die van en in is het nie dat te vir met op sy was hulle hy wat aan om as deur maar by word "
        "sal ek ons kan na dit ook nog uit of so een tot se haar wees moet oor sê baie hierdie toe "
        "daar my jy net meer waar onder tussen gaan nou twee jaar mense"
    ),
    "is": (
        "og að í er á sem til en við það um ekki af hann var með fyrir þetta eru ég þá hún þar hafa "
        "hefur svo frá eða upp ef eftir verið þess þeir sé mér þegar hafði honum því sér voru mjög "
        "þau"
    ),
    "et": (
        "ja on ei see et oli ta ka kui või aga siis mis nii veel seda kes oma olid nagu selle ning "
        "pole kõik ainult ma sa me nad mida juba väga tema siin kus üks peale ole võib pärast enne "
        "üle aastal mitte nende selles kuid sest"
    ),
    "lt": (
        "ir kad į yra ne su iš tai kaip buvo bet jo ar o per po jau už nuo tik dar apie labai bei "
        "jis ji dėl jų kuris kurie kai savo taip pat iki metų būti prie mes aš"
    ),
    "lv": (
        "un ir ka no ar uz par kas bija ne bet arī tas viņš kā pēc tā lai tika gan jau vai pie ja "
        "tikai viņa ļoti šis līdz gada es mēs kuri kurš to šī tiek"
    ),
    "sl": (
        "in je v na se da so za ki z pa tudi ne bi s kot od po o ali pri do bil bila bilo tega ter "
        "lahko še iz med sta jih že ga samo če kako ko biti bolj kaj leta ni več svoje zelo zaradi "
        "pred vse tako pod nato bili ob sem smo"
    ),
    "eu": (
        "eta da ez du bat zen dira ere izan dute zuen baina hori bere duen den egin hau zuten baino "
        "dela beste bezala edo nola gero arte urte ziren haren honek bi ni"
    ),
    "vi": (
        "và của là có trong cho được với không một người những này các đã khi ra để như từ về đến "
        "tôi cũng năm vào nhiều nhưng ở trên sau"
    ),
    "eo": (
        "la de kaj en estas al ne mi li ke por estis kun ĝi pri sed el tiu ĉi ili kiu ni da vi oni "
        "kiel aŭ ankaŭ tio kiuj sia unu tre pli ol se ŝi"
    ),
}

# Languages and transcriptions that share words with those above, so that they are not taken for
# them; what is one of these is not named.
OTHERS = (
    # Croatian, Bosnian, Serbian
    (
        "i u je na se da su za od s o kao koji ne iz bi a ili što šta to sa do će koja nije po koje "
        "te samo bio bila bilo može ali već kako ako sve prema tako više između godine on biti bez "
        "kod još nakon pri mi ih li tijekom vrlo toga gdje gde pre posle sto sta ce moze vec vise "
        "izmedu jos"
    ),
    # Occitan
    (
        "de la lo que e en los un una per las amb del es al dins a se son tanben aquò mai fa coma "
        "sus dels qu' d' l' aqueste pas ni mas o ses entre fins quand puèi aquel ont foguèt èra"
    ),
    # Latin
    (
        "et in est non ad ut cum sed qui quod si ex a ab esse ac nec quae per sunt de hoc enim erat "
        "quam atque autem etiam quo eius aut se id eo neque nunc tamen quidem me te ille ipse inter "
        "pro fuit haec omnia ne quibus"
    ),
    # Indonesian, Malay
    (
        "yang dan di ini itu dengan untuk dari tidak dalam pada adalah akan ke juga saya ada bisa "
        "karena oleh mereka kami atau sudah telah seperti lebih dia anda kita tahun sebagai"
    ),
    # Tagalog
    "ang ng sa na mga ay at ni si ko mo ito hindi para kung pa ako siya niya lang may naman din",
    # Swahili
    (
        "ya na wa kwa ni katika la za kuwa hii huo yake cha kama hiyo watu lakini sana pia hilo "
        "hawa mwaka baada alikuwa"
    ),
    # Welsh
    "y yn a i mae ar o yr wedi ei bod gan ac am ond oedd hyn fel eu er bu nid un ni hi fe wrth",
    # Irish
    (
        "an agus na a i ar is go tá sé le bhí sin do ag as ní é seo air níl sí mar féin chun ach "
        "leis don"
    ),
    # Faroese
    "og at í er hann ikki við sum á av tað eg ein til fyri eru men so hon hava var",
    # Luxembourgish
    (
        "an de vun den d' déi ass mat fir en op net si dat ze eng war et huet och nees sech bei "
        "datt awer hunn gëtt dem ginn"
    ),
    # Low German
    (
        "un de dat in nich is van to he een ok sik vör mit wat ut op as för den se wi ik bi wenn "
        "noch man"
    ),
    # Frisian
    (
        "de en fan it in is dat op te foar net mei hy wie as om oan ek troch binne wurdt by hat ha "
        "har syn mar dy út nei"
    ),
    # Haitian Creole
    "yo nan ki te pou li ak sa gen pa moun ou nou yon tout men a",
    # Interlingua
    "le de e in que un es pro con non se illo per esser ha su del al como ma plus iste",
    # Albanian
    (
        "e të në dhe i për me një se që nga është u si ka më nuk do kjo ky por janë ishte tij saj "
        "pas mund edhe këtë tek duke"
    ),
    # Japanese, transcribed
    (
        "wa ga no ni wo o to desu masu kara made shita suru koto kono sono watashi mo de ka ne yo "
        "ha aru iru"
    ),
    # Russian, transcribed
    (
        "i v na s k za to ne my vy on ona oni eto kak no da po do u o chto bylo ego tak vse dlya ot "
        "iz chtoby ochen tolko kogda esli byl byla yego ya ee ili uzhe"
    ),
    # Chinese, transcribed
    "de shi bu zai le wo ni ta men zhe you he yi ge ren dao shuo lai qu dou hen",
    # Hindi, transcribed
    "hai ka ki ke mein se ko aur nahi ne kya yeh ho par tha bhi main hum",
)

# In the other alphabets that several languages share.
SHARED = {
    "Cyrillic": {
        "ru": (
            "и в не на что он с как это по но они к у из за от так о же был для бы было то мы а его её "
            "ее или если была при были уже только может до этого когда также который которые есть нет "
            "во со я все их том год очень где без под чтобы года после этот еще ещё этой между более "
            "себя"
        ),
        "uk": (
            "і в не на що він з як це по але вони до у із за від так о же був для було то ми а його її "
            "або якщо була при були вже тільки може та цього коли також який які є немає й я всі їх "
            "тому рік дуже де без під щоб року після цей ще між більше себе про яка чи своє має бути"
        ),
        "bg": (
            "и в не на че той с как това по но те към у из за от така о е бил да беше то ние а го я или "
            "ако била при бяха вече само може до тази когато също който които има няма във със аз "
            "всички ги година много къде без под след този още между повече се са си ще като ми му"
        ),
        "be": (
            "і ў не на што ён з як гэта па але яны да у за ад так быў для было мы а яго яе або калі "
            "была пры былі ужо толькі можа таксама які якія ёсць няма я усе іх вельмі дзе без пад каб "
            "пасля гэты яшчэ паміж больш сябе"
        ),
        "sr": (
            "и у је на се да су за од с о као који не из би а или што шта то са до ће која није по које "
            "те само био била било може али већ како ако све према тако више између године он бити без "
            "код још након при ми их ли"
        ),
        "mk": (
            "и во не на дека тој со како ова по но тие кон од за така е бил да беше ние а го ја или ако "
            "била при биле веќе само може до оваа кога исто кој кои има нема јас сите ги година многу "
            "каде без под што се сум"
        ),
    },
    "Arabic": {
        "ar": (
            "في من على إلى أن هذا التي الذي عن ما لا كان مع هذه كل بعد ذلك هو هي قد بين أو لم كما حيث "
            "عام و أنه إن ثم عند كانت قبل به إذا يكون فيها خلال منذ له لها تم غير بها الى هناك أي حتى "
            "أكثر لكن"
        ),
        "fa": (
            "و در به از که این را با است برای آن یک خود تا بر هم می نیز شده اما یا ما او بود ها هر های "
            "شد باید کرد دو دارد پس بین اگر سال کند آنها چه بی شود ای همه نمی هستند بودند کرده روی دیگر "
            "اند"
        ),
        "ur": (
            "کے کی میں اور ہے کا سے کو نے پر یہ ہیں کہ اس کر ایک تھا بھی جو نہیں ہو گیا تھی لیے وہ ان "
            "تک بعد ہوئے ساتھ یا"
        ),
    },
    "Hebrew": {
        "he": (
            "של את על לא זה הוא היא עם כי גם אל אני או יש אם כל הם היה מה אין אבל כך רק בין כמו עוד "
            "אחרי זו אשר היו היתה הייתה לו יותר כדי כאשר ידי שלא אך לאחר שנים מן אנחנו זאת"
        ),
        "yi": (
            "און די איז דער פון צו אין דאס האט מיט אויף נישט ער זיי אבער זיך וואס געווען פאר א איך מען "
            "נאך ווי אויך"
        ),
    },
    "Devanagari": {
        "hi": (
            "के है में की से को और का पर यह हैं ने नहीं था कि एक भी लिए इस जो कर हो गया या तो वह थे थी "
            "अपने साथ बाद किया ही तक जा रहा कुछ इसके उन्होंने होता बहुत"
        ),
        "mr": (
            "आहे आणि या व ते हा की तो ही हे होते आहेत होता त्या नाही एक मध्ये साठी त्यांनी पण केली केले असे मी तर"
        ),
        "ne": ("छ र को मा ले यो हो भएको पनि गर्ने लागि थियो एक छन् तर भने उनी गरेको त्यो हुन्छ बाट"),
    },
}
