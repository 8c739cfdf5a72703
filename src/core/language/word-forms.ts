/**
 * Forms that no rule for English endings makes of one another: "began" of "begin", "women" of "woman". The first is
 * the one that stands for all. Forms that are more often another word ("left", "found", "Fed") are not here, nor those of
 * verbs that say little by themselves ("made", "took").
 */
const IRREGULAR = `arise arose arisen|awake awoke awoken|begin began begun|
bleed bled|blow blew blown|break broke broken|breed bred|build built|burn burnt|buy bought|catch caught|
choose chose chosen|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|
drive drove driven|eat ate eaten|fall fell fallen|fight fought|flee fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|grow grew grown|
hang hung|hide hid hidden|kneel knelt|lean leant|learn learnt|
lend lent|lose lost|meet met|overcome overcame|overtake overtook overtaken|pay paid|
prove proven|ride rode ridden|ring rang rung|rise rose risen|seek sought|sell sold|send sent|shake shook shaken|
shine shone|shrink shrank shrunk|sing sang sung|sink sank sunk|sleep slept|slide slid|smell smelt|spell spelt|
spend spent|spin spun|spoil spoilt|steal stole stolen|stick stuck|strike struck stricken|strive strove striven|
swear swore sworn|sweep swept|swim swam swum|swing swung|teach taught|tear tore torn|throw threw thrown|
undergo underwent undergone|undertake undertook undertaken|wake woke woken|wear wore worn|weep wept|
win won|withdraw withdrew withdrawn|withstand withstood|write wrote written|
child children|foot feet|goose geese|knife knives|loaf loaves|man men|mouse mice|
shelf shelves|thief thieves|tooth teeth|wife wives|woman women|
analysis analyses|crisis crises|diagnosis diagnoses|emphasis emphases|hypothesis hypotheses|
oasis oases|thesis theses|criterion criteria|phenomenon phenomena|bacterium bacteria|
aging ageing|aluminum aluminium|gray grey|judgment judgement|mold mould|plow plough|program programme|programs programmes|
skeptic sceptic|skeptical sceptical|skepticism scepticism|pajamas pyjamas|jewelry jewellery|maneuver manoeuvre|
christmas xmas|dollar usd|yuan rmb cny renminbi|pound gbp|ton tonne tonnes|kilometer km kms|centimeter cm|millimeter mm|kilogram kg kgs kilogramme kilogrammes|kilowatt kw|megawatt mw|gigawatt gw|
terawatt tw|decibel db|euro eur|year yr yrs|hour hrs|minute mins|
fulfill fulfil|enroll enrol|skillful skilful|installment instalment`;

const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split('|').flatMap((group) => {
    const [base = '', ...others] = group.trim().split(' ');
    return others.map((other) => [other, base] as const);
  }),
);

/** Endings of nouns that are "man" in the plural: fishermen, policewomen. */
const MEN = /^([a-z]{3,}(?:r|s|t|e|d|y|wo|k|n)m)en$/;
/** These are no plurals. */
const NO_MEN =
  /^(?:specimen|abdomen|regimen|acumen|albumen|cyclamen|stamen|omen|women|yemen|turkmen|bitumen)$/;

/** What stands before "-ise" in words that have no form in "-ize". */
const ALWAYS_WITH_S =
  /^(?:[a-z]*(?:w|ra)|(?:sun|moon|high)r|(?:im)?prec|conc|prom|prem|surpr|exerc|enterpr|compr|comprom|expert|franch|merchand|parad|treat|dem|dev|rev|superv|adv|telev|improv|disgu|advert|desp|chast|exc|circumc|repr|appr|turquo|porpo|torto|bru|cru|pra|appra|mala|mayonna|lia|reap|anis)$/;
const WITH_S = /^([a-z]{3,})is(e|ed|es|er|ers|ing|ation|ations|ational|able)$/;

/** British endings and their American forms; each leaves words alone that have one form everywhere. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/^([a-z]{2,}(?:[bdglmnptv]|vi))our(s|ed|ing|able|ful|less|hood|ite|er|ers|al)?$/, '$1or$2'],
  [/^([a-z]*(?:[a-z]{3}met|lit|cent|theat|fib|calib))re(s|d)?$/, '$1er$2'],
  [/^((?:self)?def|off|pret|lic)ence(s|d|less)?$/, '$1ense$2'],
  [/^(catal|dial|anal|prol|monol)ogue(s|d)?$/, '$1og$2'],
  [/^(anal|paral|catal)ys(e|ed|ing|er|ers)$/, '$1yz$2'],
  [/^(p)ae(diatr[a-z]*)$/, '$1e$2'],
  [/^((?:an|leuk|hypoglyc)?|h|hypo)ae(m[a-z]*|sthe[a-z]*)$/, '$1e$2'],
  [/^(f)oe(t[a-z]*)$/, '$1e$2'],
];

/**
 * The form of an English word that stands for those of its forms which stemming does not join: "paid" for "pay",
 * "fishermen" for "fisherman", "colour" for "color".
 * @param word in lower case, letters only
 */
export function baseForm(word: string): string {
  const irregular = BASE_FORMS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < LEAST_LETTERS) return word;
  const men = MEN.exec(word);
  if (men && !NO_MEN.test(word)) return `${men[1]}an`;
  const withS = WITH_S.exec(word);
  if (withS && !ALWAYS_WITH_S.test(withS[1] ?? '')) return `${withS[1]}iz${withS[2]}`;
  for (const [british, american] of BRITISH) if (british.test(word)) return word.replace(british, american);
  return word;
}

/** No shorter word has an ending of its own. */
const LEAST_LETTERS = 5;
