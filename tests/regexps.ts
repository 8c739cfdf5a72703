/** Words after which a slash starts a regular expression and does not divide. */
const BEFORE_OPERAND = new Set(['return', 'typeof', 'case', 'in', 'of', 'yield', 'await', 'else', 'do']);

const TOKEN =
  /(?<blank>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?<word>[\p{L}\p{N}_$#]+)|(?<sign>[\s\S])/uy;
const LITERAL = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y;
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/y;

/** The regular expressions in TypeScript code, as it is formatted here. */
export function regexpsIn(code: string): RegExp[] {
  const found: RegExp[] = [];
  /** What is open: a brace of the code, or of a template's value. */
  const open: ('{' | '${')[] = [];
  let isOperand = true;
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(code);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < code.length) {
    const literal = isOperand && !/^\/[/*]/.test(code.slice(at, at + 2)) ? take(LITERAL) : null;
    if (literal) {
      found.push(new RegExp(literal[1] ?? '', literal[2]));
      isOperand = false;
      continue;
    }
    const { blank, string, word, sign } = take(TOKEN)?.groups ?? {};
    if (blank !== undefined) continue;
    if (string !== undefined) isOperand = false;
    if (word !== undefined) isOperand = BEFORE_OPERAND.has(word);
    if (sign === undefined) continue;
    const isTemplate = sign === '`' || (sign === '}' && open.at(-1) === '${');
    if (sign === '{') open.push('{');
    if (sign === '}') open.pop();
    if (!isTemplate) {
      isOperand = sign !== ')' && sign !== ']';
    } else if (take(TEMPLATE)?.[1] === '`') {
      isOperand = false;
    } else {
      open.push('${');
      isOperand = true;
    }
  }
  return found;
}
