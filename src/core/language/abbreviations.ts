/**
 * Abbreviations with a full stop after which Unicode ends a sentence, although the sentence may go on. If that
 * cannot be told, it goes on: an end that is missed makes a quotation longer, a wrong one breaks it.
 */

/** A name follows. As they are written, without the full stop. */
const TITLES = wordsIn(`
  Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Hon Pres Amb Atty Supt Sec Insp Det Fr
  Sen Sens Rep Reps Gov Govs Gen Gens Lt Col Capt Cpt Cmdr Comdr Cdr Sgt Cpl Maj Adm Brig Pvt Cong
`);
/** A month's day or the rest of a name follows, or the next sentence: "He works at Ames Inc." As they are written. */
const WITHIN_NAMES = wordsIn(`
  Sr Jr Esq St Ste Ft Mt Mts Pt Ave Blvd Rd Hwy Sq Rte
  Inc Corp Co Cos Ltd Bros Assn Assoc Dept Univ Inst Intl Natl Govt Mfg Tech
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Kan Ky Md Mich Minn Mont Neb Nev Okla Ore Penn Tenn Tex Va Vt Wis Wyo
`);
/** What they belong to follows. In small letters; a capital at their start means the same. */
const WITHIN_SENTENCES = wordsIn('vs v cf feat viz approx ca esp incl resp ibid est ed eds trans');
/** A number follows; before anything else they end a sentence, as in "No. We did not." In small letters. */
const BEFORE_NUMBERS = wordsIn(
  'no nos nr rs tel ext fig figs p pp vol vols ch chap sec sect art arts para paras eq ref op c n fn ser pt bk tab',
);
/** Initials in a row, with or without letters after the first of each: U.S., a.m., i.e., Ph.D., M.Sc., LL.B. */
const INITIALISM = /^\p{L}{1,2}\.(?:\p{L}{1,4}\.)+$/u;
/** Those of them after which no sentence ends. */
const JOINING = /^(?:e\.g|i\.e|a\.k\.a|n\.b)\.$/iu;
/** The first letter of a name, as in "J. R. Smith". */
const INITIAL = /^\p{Lu}\.$/u;
/** A number, or one in Roman numerals. */
const NUMBER = /^[([“"']?(?:[\p{Nd}#§]|[IVXLC]+\b)/u;
/** Words that start a sentence and that no name begins with. */
const SENTENCE_START =
  /^(?:The|They|These|Those|There|Their|This|That|Then|Now|He|She|We|It|Our|My|Your|And|But|Because|However|If|In|At|For|When|Where|What|Which|Who|Why|How|Some|Many|Most|All|Not|Yes|No)\b/u;

/**
 * What shows that another sentence starts, even after what may go on: a pronoun, an article, or a word with small letters
 * after it. In a heading, what comes after it has a capital as well: "U.S. In Talks".
 */
const CERTAIN_START =
  /^["“'‘]?(?:(?:The|They|These|Those|There|Their|This|That|Then|He|She|We|It|You|But|Because|However|So)(?![\p{L}\p{N}-])|(?:I['’](?:m|d|ve|ll)|I)(?= \p{Ll})|(?:Now|Our|My|Your|And|If|In|On|At|For|From|As|Since|While|After|Before|When|Where|What|Which|Who|Why|How|Some|Many|Most|All|Not|Yes|No|Well)(?:,|['’]\p{Ll}| [\p{Ll}\p{Nd}]))/u;

/**
 * Whether a sentence goes on after a word with a full stop.
 * @param word the last word before the place, with all its full stops: `U.S.`, `Dr.`
 * @param following what comes after the place, without white space at its start
 */
export function goesOnAfter(word: string, following: string): boolean {
  if (!word.endsWith('.')) return false;
  if (INITIALISM.test(word)) {
    if (/^[ap]\.m\.$/iu.test(word)) return !startsAnother(following) && !SENTENCE_START.test(following);
    return JOINING.test(word) || !startsAnother(following);
  }
  // "So did I." ends a sentence, "I. M. Pei" does not.
  if (word === 'I.') return /^\p{Lu}\./u.test(following);
  if (INITIAL.test(word)) return !SENTENCE_START.test(following);
  const bare = word.slice(0, -1);
  const small = bare.toLowerCase();
  if (TITLES.has(bare) || WITHIN_SENTENCES.has(small)) return true;
  if (WITHIN_NAMES.has(bare)) return !startsAnother(following);
  if (BEFORE_NUMBERS.has(small)) return NUMBER.test(following);
  return (small === 'etc' || small === 'al') && !SENTENCE_START.test(following) && !startsAnother(following);
}

function startsAnother(following: string): boolean {
  return CERTAIN_START.test(following);
}

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
