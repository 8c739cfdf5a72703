/** Words behind a company's name that people leave out. */
const COMPANY_FORM = /^((?:[A-Z][\w-]*\s){1,2}?)(?:Inc\.?|Corp\.?|Corporation|Company|Ltd\.?|Group)$/;
/** A person's name with the year of birth: `Ben Shalom Bernanke (1953-), US economist`. */
const PERSON = /^(?:[A-Z][\w.'’-]*\s){1,3}([A-Z][\w'’-]+) \(\d{3,4}\s?[-–]/;
/** `US Federal Reserve (Fed)`, `International Monetary Fund (IMF)`: letters in brackets behind the words that they stand for. */
const ABBREVIATED = /^([^()]+?) \(([A-Z][A-Za-z]{1,5})\)/;
/** `NATO (North Atlantic Treaty Organization)` */
const EXPANDED = /^([A-Z]{2,6}) \(([A-Z][^()]+)\)/;
/** `US Federal Reserve (Fed)`: what is called so at home. */
const OF_A_COUNTRY = /^U[SK] ([A-Z][\w-]*(?:\s[A-Z][\w-]*)*)\s?(?=$|[(,])/;

/**
 * Other ways in which a definition's name is said: an abbreviation in brackets, what an abbreviation stands for, a person's
 * last name, a company without its legal form, an institution without its country.
 * @param definition one of CC-CEDICT's, as written
 */
export function otherNames(definition: string): string[] {
  const found: string[] = [];
  const [, words = '', abbreviation = ''] = ABBREVIATED.exec(definition) ?? [];
  if (abbreviation !== '' && standsFor(abbreviation, words)) found.push(abbreviation);
  const [, letters = '', expansion = ''] = EXPANDED.exec(definition) ?? [];
  if (letters !== '' && standsFor(letters, expansion)) found.push(expansion);
  const lastName = PERSON.exec(definition)?.[1];
  if (lastName !== undefined) found.push(lastName);
  const company = COMPANY_FORM.exec(definition)?.[1];
  if (company !== undefined) found.push(company.trim());
  const atHome = OF_A_COUNTRY.exec(definition)?.[1];
  if (atHome !== undefined) found.push(atHome);
  return found;
}

/** Whether an abbreviation has the first letters of words that follow one another, or is the start of one ("Fed"). */
function standsFor(abbreviation: string, text: string): boolean {
  const words = text.split(/[\s-]+/);
  if (/[a-z]/.test(abbreviation)) return words.some((word) => word.startsWith(abbreviation));
  const initials = words.map((word) => word.slice(0, 1));
  const capitals = initials.filter((initial) => /[A-Z]/.test(initial)).join('');
  return initials.join('').toUpperCase().includes(abbreviation) || capitals.includes(abbreviation);
}

/** A definition that only points to another entry: `see 福州市[Fu2 zhou1 Shi4]`, `abbr. for 亞太|亚太[…]`. */
const POINTER =
  /^(?:see|abbr\. for|abbr\. of|variant of) (?:\p{Script=Han}+\|)?(\p{Script=Han}+)(?:\[[^\]]*\])?$/u;

/** The Chinese word, as its source writes it, to which a definition points and of which it says nothing else; or undefined. */
export function pointedTo(definition: string): string | undefined {
  return POINTER.exec(definition)?.[1];
}
