/** The function words of a language in Latin script, in lower case. */
export interface FunctionWords {
  language: string;
  /** Letters that only its words have; undefined if it has none. */
  letters: RegExp | undefined;
  /** So much its own that one of them tells the language. */
  telling: ReadonlySet<string>;
  /** Its words, and no English ones, names or abbreviations. */
  usual: ReadonlySet<string>;
  /** Its words, and perhaps those of others, or parts of names: they only support the usual ones. */
  ambiguous: ReadonlySet<string>;
}

const LETTERS: Readonly<Record<string, RegExp>> = {
  cs: /[řěů]/u,
  de: /ß/u,
  hu: /[őű]/u,
  pl: /[łąęśćźż]/u,
  pt: /[ãõ]/u,
  tr: /[ğış]/u,
  vi: /[\u1ea0-\u1ef9ơưđ]/u,
};

const languageOf = (language: string, telling: string, usual: string, ambiguous: string): FunctionWords => ({
  language,
  letters: LETTERS[language],
  telling: new Set(telling.split(/\s+/)),
  usual: new Set(usual.split(/\s+/)),
  ambiguous: new Set(ambiguous.split(/\s+/)),
});

/** The languages in Latin script that are recognised, besides English. */
export const LATIN_LANGUAGES: readonly FunctionWords[] = [
  languageOf(
    'de',
    `nicht warum wieso weshalb wofür worüber welche welcher welches welchen würde würden könnte können möchte müssen dürfen
    zwischen sagte gesagt erklärte bezüglich wurden worden erkläre zusammenfassung`,
    `sagt sagen denkt denken meint meinte spricht gesprochen sprach hält glaubt wurde wird werden und oder eine einen
    einem einer eines ist sind waren haben hatte wie wer wann woher wohin wozu zum zur beim auf nach ihre ihren seine
    seinen wir sie ich dass kein keine auch nur noch schon sehr viele diese dieser dieses bitte gibt kann darf soll sollte
    muss über vom für gegen durch fuer ueber findet steht jetzt funktionieren funktioniert welch fasse zusammen`,
    `was die war hat in an so also will am man der den das dem des von mit zu im es um ab aber aus bei ihr er du mehr ein geht
    als ohne unter seit macht`,
  ),
  languageOf(
    'fr',
    `pourquoi quelle quelles quels combien pensent parlent disent été était étaient très même après aussi
    beaucoup toujours où`,
    `quel quoi dit dans avec sont une cette ces nous vous leur leurs notre votre peut doit faut contre quand être parle parlé pense
    donc chez sans ont aux moi ils elle lui ça quelqu résume résumer peux pouvez selon il séminaire intervenants`,
    `qu que qui comment sur est des les du de la le l d c n j s t y à a et en un par pour pas ce il je tu on mais plus ne se son sa
    ses au entre fait elles`,
  ),
  languageOf(
    'es',
    `qué cuál cuáles cuándo cuánto cuántos cuántas cuánta quien quién quiénes cómo dónde dijo dijeron opina opinan también según
    hablaron cuales`,
    `dice dicen porque cuando cuanto cuantos donde sobre está están fue fueron tiene tienen hace hacen puede pueden este
    esto eso ellos nosotros usted muy pero hacia piensa piensan hablan habla habló hay sus cuál cual entre fracasaron
    desde era eran temas resumen seminario ponentes funciona acuerdo`,
    `que como para por con los las una del es son esta sin ser se el la de en y un lo su al o a más mas no si ha han ese esa`,
  ),
  languageOf(
    'pt',
    `não você vocês então também estão disse disseram porquê acham dizem quê seminário`,
    `qual quais quem quando onde sobre foi foram isso essa esse este muito pelo pela pelos ele eles elas nós nao voce
    falou falaram fala pensa está são quanto quantos quantas aos resumo temas funciona concorda`,
    `que como para por com uma os as dos das da do no na em tem mais mas seu sua ela o a e um se de ao acha nos nas`,
  ),
  languageOf(
    'it',
    `perché perchè quante cosa parlato pensano degli`,
    `quali quanto quanti quando dove detto pensa hanno delle della dello dell nella nel sulla sul sui sulle questo
    questa questi anche riguardo dice sono gli più dagli dalla alla agli funzionano ed è funziona riassunto seminario relatori accordo`,
    `che come chi ha con per non una un il lo la le i e a di da in su secondo si ne al del dei se`,
  ),
  languageOf(
    'nl',
    `waarom hoeveel wanneer volgens gezegd zeggen vinden`,
    `zei zegt vindt denkt het een niet zijn ook voor naar bij worden wordt heeft hebben moet deze welke welk hoe sprak spreekt
    gesproken tegen nog werd waren kunnen werken maar`,
    `wat wie over van de den met aan uit kan dit dat die er en of te op is in als onder ik je jij wij zij hij was`,
  ),
  languageOf(
    'pl',
    `dlaczego który która które których powiedział powiedziała sądzi myśli uważa także również według jakie jaki jaka
    mówił mówiła mówi czy są się działają`,
    `kiedy gdzie kto jest nie dla przed przez tego tym jego było była były może jak ile`,
    `co o na w z i do od po to ich za a czym`,
  ),
  languageOf(
    'cs',
    `proč kdy který řekl řekla říká jaký jaká jaké nejsou může když kolik čem`,
    `kdo kde nebo není jsou jsem bylo byla být`,
    `co jak o na v se si pro ale byl a je z`,
  ),
  languageOf(
    'ro',
    `despre și spus câte cât când spune sunt în`,
    `cine pentru este crede cum unde acest această`,
    `ce a la de din nu cu mai sau o un pe au`,
  ),
  languageOf(
    'hu',
    `miért hogyan mikor mondta mondott melyik mennyi hány szerint beszélt`,
    `hogy vagy és egy nem az mond ki`,
    `mit a van volt is meg de`,
  ),
  languageOf(
    'fi',
    `miksi mitä miten milloin missä kuinka sanoi sanoo mieltä mikä mitkä ovat puhui`,
    `kuka että koska oli eivät kun myös`,
    `on ja ei se`,
  ),
  languageOf(
    'sv',
    `varför vad hur säger tycker enligt vilka vilken är och inte från talade`,
    `när vem sade ett för på det hos eller`,
    `sa som med av till den en om att i de har kan`,
  ),
  languageOf(
    'da',
    `hvad hvornår siger sagde ifølge hvem hvorfor hvordan hvilke hvilken`,
    `ikke mener er af på det og eller blev`,
    `om til en et i de den at har kan fra som med for`,
  ),
  languageOf(
    'nb',
    `hva når sier`,
    `ikke hvem hvorfor hvordan hvilke hvilken mener er av på det og eller ble snakket`,
    `sa om til en et i de den har kan fra som med for at`,
  ),
  languageOf(
    'tr',
    `hakkında neden niçin nedir söyledi düşünüyor için değil hangi konuştu bahsetti`,
    `nasıl dedi diyor kaç nerede göre daha çok olarak mı mü zaman kimler`,
    `ne kim mi mu ile ve bir bu var en o da de`,
  ),
  languageOf(
    'vi',
    `không những được của về tại thế nào nhiêu nói`,
    `là và có cho với này đã ai người các`,
    `trong theo khi a`,
  ),
  languageOf(
    'id',
    `mengapa kenapa bagaimana apakah siapa berapa tentang menurut dikatakan mengatakan adalah berbicara`,
    `tidak untuk dengan dari oleh juga akan saja atau seperti kapan karena pernyataan pendapat bisa`,
    `apa yang dan di ini itu dalam pada kata ke ada`,
  ),
];
