import type { ProblemValues } from '../../core/transcript/problem.ts';
import { sourcesZhTW } from './sources/zh-TW.ts';
import type { ProblemTexts } from './texts.ts';

const HEADINGS = '例如「### p8 | line 8 | Chris Miller | continued」或「### p8b | line 8 | editorial」';

const TYPES = { text: '文字', list: '清單', map: '一組鍵與值', boolean: ' true 或 false' };
const FORMATS = {
  date: '應為日期，例如 2025-03-07',
  'language-tag': '應為語言代碼，例如 en',
  'file-name': '應為本資料夾中的檔名，不含路徑',
  'line-range': '應為行號範圍，例如 1-53',
  'line-order': '應從第 1 行或之後開始，不能倒序',
  places: '應為編號清單，例如 1-4, 97',
  address: '應為網址，例如 https://youtu.be/abc，不含密碼，最多 1000 個字元',
  format: '應為格式名稱，例如 webvtt',
  'no-language': '至少要有 en、zh-CN、zh-TW 其中一種語言的文字',
};
const UNITS = { characters: '個字元', items: '項' };

/** What the parser finds wrong, by its code; other faults are shown in its English words. */
const YAML_FAULTS: Partial<Record<ProblemValues['yaml-invalid']['code'], string>> = {
  BAD_DIRECTIVE: '以 % 開頭的行有誤',
  BAD_DQ_ESCAPE: '雙引號內的反斜線用法有誤',
  BAD_INDENT: '縮排有誤，或括號沒有成對',
  BAD_SCALAR_START: '值以特殊符號開頭',
  BLOCK_AS_IMPLICIT_KEY: '一行裡有多個冒號',
  BLOCK_IN_FLOW: '括號內不能用縮排的寫法',
  KEY_OVER_1024_CHARS: '鍵過長',
  MISSING_CHAR: '缺少引號、括號、冒號、逗號或空格',
  MULTILINE_IMPLICIT_KEY: '鍵必須寫在一行內',
  MULTIPLE_ANCHORS: '一個值有多個錨點',
  MULTIPLE_DOCS: '「---」把內容分成了幾份',
  TAB_AS_INDENT: '不能用 Tab 縮排',
  UNEXPECTED_TOKEN: '有不該出現的符號',
};

const LINE_FAULTS = {
  tab: '用 Tab 縮排，而 YAML 只接受空格',
  'wide-colon': '的鍵後面是全形冒號',
  'no-space': '的冒號後面缺一個空格',
  'no-colon': '的鍵後面沒有冒號',
  'colon-in-value': '的值中有冒號，需要加引號',
  'open-quote': '的引號沒有成對',
  'reserved-mark': '的值以 YAML 的保留符號開頭，需要加引號',
  indented: '的縮排比上一行多',
};

const TWO_PEOPLE = {
  roles: '的身分不同',
  'role-missing': '只有一場註明了身分',
  'short-name': '都有發言，但同名的可能不只一人',
};

/** The problems of the corpus in Traditional Chinese, as written in Taiwan. */
export const zhTW: ProblemTexts = {
  kinds: {
    ...sourcesZhTW,
    'corpus-unreadable': () => ({
      what: '無法讀取存放研討會的資料夾。',
      remedy: '請將 CORPUS_DIR 設為存放研討會的資料夾，每場研討會一個子資料夾。',
    }),
    'corpus-empty': () => ({
      what: '這個資料夾裡沒有研討會。',
      remedy: '請依 corpus/README.md 的說明新增資料夾，放入 transcript.md 與原文。',
    }),
    'corpus-reload-failed': ({ reason }) => ({
      what: `重新讀取研討會檔案失敗（${reason}）。`,
      remedy: '請復原最近的變動，或執行「npm run check」。',
    }),
    'seminar-id-invalid': () => ({
      what: '這個資料夾名稱不能當作研討會編號。',
      remedy: '請使用小寫字母、數字與連字號，最多 40 個字元，例如 scsp-chips-2025。',
    }),
    'file-unreadable': ({ code }) => ({
      what: `無法讀取檔案（${code}）。`,
      remedy: '每個研討會資料夾都需要 transcript.md，以及其 front matter 所列的原文檔案。',
    }),
    'file-outside-corpus': () => ({
      what: '這裡的連結指向研討會資料夾之外。',
      remedy: '請將連結換成檔案或資料夾的複本。',
    }),
    'file-not-regular': () => ({ what: '這不是一般檔案。', remedy: '請換成同名的一般檔案。' }),
    'file-too-large': ({ bytes, most }) => ({
      what: `檔案有 ${number(bytes)} 位元組，上限是 ${number(most)} 位元組。`,
      remedy: '請將內容分成幾場研討會。',
    }),
    'file-too-long': ({ lines, most }) => ({
      what: `檔案有 ${number(lines)} 行，上限是 ${number(most)} 行。`,
      remedy: '請將內容分成幾場研討會。',
    }),
    'file-not-utf8': () => ({
      what: '檔案不是 UTF-8 編碼。',
      remedy: '請另存為 UTF-8。若是原文，請轉換複本，並在 corpus/README.md 中註明。',
    }),

    'yaml-invalid': ({ code, message }) => ({
      what: `YAML 格式有誤：${YAML_FAULTS[code] ?? message}。`,
      remedy: '請對照 corpus/README.md 中的範例；含冒號的值要加引號。',
    }),
    'yaml-line': ({ fault, write }) => ({ what: `這一行${LINE_FAULTS[fault]}。`, remedy: writeLine(write) }),
    'yaml-key-repeated': ({ key }) => ({ what: `鍵「${key}」出現了兩次。`, remedy: '請保留一個。' }),
    'yaml-alias-or-tag': ({ found }) => ({
      what: `這裡不能使用 YAML 的別名與標籤（出現了「${found}」）。`,
      remedy: '請將每個值完整寫出；以 * 或 ! 開頭的值要加引號。',
    }),
    'yaml-too-deep': ({ most }) => ({
      what: `值的巢狀超過 ${most} 層。`,
      remedy: '請依 corpus/README.md 中的範例書寫。',
    }),
    'yaml-too-long': ({ most }) => ({
      what: `YAML 超過 ${number(most)} 個詞與符號。`,
      remedy: '請精簡內容，或分成幾場研討會。',
    }),
    'value-missing': (place) => ({ what: `${at(place)}沒有值${also(place)}。`, remedy: example(place) }),
    'value-type': ({ type, ...place }) => ({
      what: `${at(place)}應為${TYPES[type]}${also(place)}。`,
      remedy: example(place),
    }),
    'value-choice': ({ choices, ...place }) => ({
      what: `${at(place)}應為下列之一：${choices.join('、')}${also(place)}。`,
      remedy: example(place),
    }),
    'value-format': ({ format, ...place }) => ({
      what: `${at(place)}${FORMATS[format]}${also(place)}。`,
      remedy: example(place),
    }),
    'value-too-short': ({ least, unit, ...place }) => ({
      what: `${at(place)}${least === 1 ? '不能是空的' : `至少要有 ${least} ${UNITS[unit]}`}${also(place)}。`,
      remedy: example(place),
    }),
    'value-too-long': ({ most, unit, ...place }) => ({
      what: `${at(place)}最多只能有 ${most} ${UNITS[unit]}${also(place)}。`,
      remedy: example(place),
    }),
    'key-unknown': ({ keys, ...place }) => ({
      what: `${at(place)}中有未知的鍵：${quoted(keys)}${also(place)}。`,
      remedy: example(place),
    }),

    'front-matter-missing': () => ({
      what: '檔案必須以 front matter 開頭，前後各有一行「---」。',
      remedy: '請在第一行寫 `---`，接著寫 `title: Bridge meeting` 與講者，再寫一行 `---`。',
    }),
    'heading-expected': ({ found }) => ({
      what: `這裡應為標題，卻是「${found}」。`,
      remedy: `每個段落都以標題開頭，${HEADINGS}。`,
    }),
    'heading-malformed': ({ heading }) => ({
      what: `標題「${heading}」的格式有誤。`,
      remedy: `請依序填寫編號、行號、講者（若有）與 basis，${HEADINGS}。`,
    }),
    'basis-unknown': ({ basis, known, also: lines = [] }) => ({
      what: `沒有「${basis}」這種 basis${also({ also: lines })}。`,
      remedy: `標題末尾要寫下列之一：${known.join('、')}，${HEADINGS}。`,
    }),
    'speaker-missing': ({ id, basis }) => ({
      what: `段落 ${id} 是 ${basis}，卻沒有講者。`,
      remedy: '請在 basis 前填寫姓名，或將 basis 改為 unknown。',
    }),
    'speaker-unexpected': ({ id, basis, name }) => ({
      what: `段落 ${id} 是 ${basis}，卻寫了「${name}」。`,
      remedy: '請刪去姓名，或改用帶有姓名的 basis。',
    }),
    'attribute-unknown': ({ found }) => ({
      what: `看不懂「${found}」這一行。`,
      remedy: '可用「- label:」或「- evidence (en):」。若這是以 - 開頭的內文，請在前面加反斜線。',
    }),
    'attribute-repeated': ({ key }) => ({ what: `「- ${key}:」出現了兩次。`, remedy: '請保留一個。' }),
    'attribute-empty': ({ key }) => ({
      what: `「- ${key}:」是空的。`,
      remedy: '請填寫內容，或刪去這一行。',
    }),
    'evidence-languages': ({ languages }) => ({
      what: `依據只能用 ${languages.join('、')}，不能用其他語言。`,
      remedy: evidenceLines(languages),
    }),
    'evidence-twofold': () => ({
      what: '依據既寫在這裡，又引用了另一個段落。',
      remedy: '請保留一種。',
    }),
    'evidence-unexpected': ({ id, basis }) => ({
      what: `段落 ${id} 是 ${basis}，卻有依據。`,
      remedy: '請刪去：依據用來說明姓名，而這裡沒有姓名。',
    }),
    'text-missing': () => ({ what: '這個段落沒有內文。', remedy: '請將原文中的話複製到標題下方。' }),
    'text-second-line': () => ({
      what: '這個段落的內文不止一行。',
      remedy: '一個段落只有一行內文：請為第二行另加一個標題。',
    }),
    'text-too-long': ({ characters, most }) => ({
      what: `這段文字有 ${number(characters)} 個字元，上限是 ${number(most)} 個。`,
      remedy: '請將它分成幾個段落，並各加一個標題。',
    }),
    'id-repeated': ({ id, firstLine }) => ({
      what: `編號 ${id} 用了兩次，第一次在第 ${firstLine} 行。`,
      remedy: '請為這個段落換一個編號。',
    }),

    'lines-beyond-source': ({ lastLine, lineCount, source }) => ({
      what: `「lines」到第 ${lastLine} 行為止，但 ${source} 只有 ${lineCount} 行。`,
      remedy: '請更正 front matter 中的「lines」。',
    }),
    'line-not-covered': ({ sourceLine }) => ({
      what: `第 ${sourceLine} 行不在紀錄的任何段落裡。`,
      remedy: '請補成一個段落；若不屬於研討會，請縮小 front matter 中「lines」的範圍。',
    }),
    'text-not-covered': ({ text }) => ({
      what: `原文中的「${text}」不在任何段落裡。`,
      remedy: '請加進它所屬的段落，或另立一個段落。',
    }),
    'text-not-in-source': ({ id, sourceLine, after }) => ({
      what: `原文第 ${sourceLine} 行${after ? (after === 'label' ? '在 label 之後' : '在上一個段落之後') : ''}沒有段落 ${id} 的內文。`,
      remedy: '請從原文逐字複製；原文檔案不能更動。',
    }),
    'segment-outside-lines': ({ id, sourceLine, firstLine, lastLine }) => ({
      what: `段落 ${id} 在原文第 ${sourceLine} 行，不在第 ${firstLine} 至 ${lastLine} 行之內。`,
      remedy: '請更正行號，或更正 front matter 中的「lines」。',
    }),
    'segment-out-of-order': ({ id, sourceLine, previousLine }) => ({
      what: `段落 ${id}（原文第 ${sourceLine} 行）排在原文第 ${previousLine} 行的段落之後。`,
      remedy: '請依原文的順序排列。',
    }),
    'alias-not-in-source': ({ alias, name }) => ({
      what: `原文中沒有出現「${name}」的別名「${alias}」。`,
      remedy: '請照原文書寫，或刪去；讀者可能輸入的寫法放在「otherForms」中。',
    }),
    'name-shared': ({ form, first, second }) => ({
      what:
        first === second ? `「${form}」列了兩次。` : `「${form}」同時列在「${first}」與「${second}」名下。`,
      remedy: '請只保留一處。',
    }),

    'speaker-undeclared': ({ name, id, declared }) => ({
      what: `段落 ${id} 的講者「${name}」沒有列出。`,
      remedy: `請列在「speakers」下：\`- ${name}\`${declared.length > 0 ? `，或改用下列之一：${declared.join('、')}` : ''}。`,
    }),
    'label-missing': ({ id }) => ({
      what: `段落 ${id} 是 labelled，卻沒有 label。`,
      remedy: '請照原文加上「- label:」，或改用別的 basis。',
    }),
    'label-unexpected': ({ id, basis }) => ({
      what: `段落 ${id} 有 label，卻是 ${basis}。`,
      remedy: '請將 basis 改為 labelled，或刪去 label。',
    }),
    'label-not-in-source': ({ label, sourceLine }) => ({
      what: `原文第 ${sourceLine} 行不是以 label「${label}」開頭。`,
      remedy: '請照原文複製 label，連同冒號。',
    }),
    'label-inside-paragraph': ({ id }) => ({
      what: `段落 ${id} 不在原文的行首，卻有 label。`,
      remedy: '請刪去：只有原文每行的第一個段落才能有 label。',
    }),
    'label-without-speaker': ({ label, speaker }) => ({
      what: `label「${label}」中沒有「${speaker}」的名字。`,
      remedy:
        '請更正講者，或將原文的寫法加到其別名（aliases）中。如果原文標錯了人，請將姓名和 basis 改為 unknown。',
    }),
    'label-of-another': ({ label, speaker }) => ({
      what: `label「${label}」中除了「${speaker}」還有別人的名字。`,
      remedy: '請更正講者，或改用別的 basis：若是轉述別人的話，用 reported。',
    }),
    'turn-not-continued': ({ id, speaker, previous }) => ({
      what: `段落 ${id} 承接「${speaker}」的發言，但${previous ? `前一段發言是 ${turn(previous)}` : '前面沒有發言'}。`,
      remedy: previous
        ? '請改為那段發言的講者；若前面是 reported 或 inferred，basis 也要相同。'
        : '請改用別的 basis。',
    }),
    'evidence-missing': ({ id }) => ({
      what: `段落 ${id} 是 inferred，卻沒有依據。`,
      remedy:
        '請在標題下寫明理由，例如「- evidence (zh-TW): 主持人剛點了她的名。」，每種語言一行；或改為 unknown。',
    }),
    'evidence-not-there': ({ id, from }) => ({
      what: `段落 ${id} 引用「${from}」的依據，但那裡沒有寫出這位講者的依據。`,
      remedy: '請引用寫有依據的段落。',
    }),

    'translation-before-heading': () => ({
      what: '第一個標題之前有文字。',
      remedy: '每則譯文都以標題開頭，例如「### p8」。',
    }),
    'translation-second-line': ({ id }) => ({
      what: `「${id}」的譯文不止一行。`,
      remedy: '每則譯文請寫成一行。',
    }),
    'translation-repeated': ({ id, firstLine }) => ({
      what: `「${id}」有兩則譯文，第一則在第 ${firstLine} 行。`,
      remedy: '請保留一則。',
    }),
    'translation-empty': ({ id }) => ({
      what: `「${id}」有標題，卻沒有譯文。`,
      remedy: '請寫在標題下方。',
    }),
    'translation-of-nothing': ({ id }) => ({
      what: `紀錄中沒有段落「${id}」。`,
      remedy: '請更正編號，或刪去這則譯文。',
    }),
    'translation-missing': ({ id }) => ({
      what: `段落 ${id} 沒有譯文。`,
      remedy: `請在「### ${id}」下方補上。`,
    }),
    'translation-length': ({ id, ratio, least, most }) => ({
      what: `段落 ${id}：譯文字元數是原文的 ${ratio.toFixed(1)} 倍，應在 ${least} 至 ${most} 倍之間。`,
      remedy: '請與原文對照。',
    }),
    'translation-number': ({ id, number: missing }) => ({
      what: `段落 ${id}：譯文中沒有數字 ${missing}。`,
      remedy: '請與原文對照。',
    }),
    'term-repeated': ({ form, firstLine }) => ({
      what: `「${form}」已在第 ${firstLine} 行出現。`,
      remedy: '請只保留在一行。',
    }),
    'term-too-short': ({ form }) => ({
      what: `「${form}」不到兩個字元。`,
      remedy: '請刪去：它會比對到無關的文字。',
    }),
    'term-too-long': ({ form, most }) => ({
      what: `「${form}…」超過 ${most} 個字元。`,
      remedy: '請刪去：沒有哪句話會包含它。',
    }),
    'terms-too-many': ({ most }) => ({
      what: `到這一行已超過 ${number(most)} 種寫法。`,
      remedy: '請只保留讀者會問到的。',
    }),
    'cues-of-nothing': ({ id }) => ({
      what: `紀錄中沒有段落「${id}」。`,
      remedy: '請更正編號，或刪去它的提示問題。',
    }),
    'cues-of-editorial': ({ id }) => ({
      what: `「${id}」是 editorial，卻有提示問題。`,
      remedy: '請刪去：編者的話不用來回答問題。',
    }),
    'person-not-there': ({ person, speaker, seminar }) => ({
      what: `「${person}」在 ${seminar} 中寫作「${speaker}」，但該研討會沒有這位講者。`,
      remedy: '請寫研討會的資料夾名稱、冒號，以及與其 front matter 完全一致的姓名。',
    }),
    'person-repeated': ({ speaker, seminar, first, second }) => ({
      what: `${seminar} 中的「${speaker}」既被寫成「${first}」，又被寫成「${second}」。`,
      remedy: '請只保留一個。',
    }),
    'namesakes-undeclared': ({ name, seminars, reason }) => ({
      what: `「${name}」在 ${seminars.join('、')} 中${TWO_PEOPLE[reason]}，目前視為兩個人。`,
      remedy: `如果是同一個人，請在本檔案中寫明：「- name: ${name}」，再於「seminars:」下列出各研討會與姓名；如果不是，請寫成兩筆。`,
    }),
  },
  space: '',
  more: (count) => `另有 ${number(count)} 處，執行「npm run check」查看全部。`,
};

type Place = ProblemValues['value-missing'];

/** So many of the other lines with a fault are named. */
const LINES = 3;

/** A value as the subject of a sentence. */
function at({ part, key }: Place): string {
  if (part === 'front-matter') return key === '' ? 'front matter ' : `front matter 的「${key}」`;
  return key === '' ? '檔案' : `「${key}」`;
}

/** The other lines of which the same is true, at the end of a sentence. */
function also({ also: lines = [] }: Pick<Place, 'also'>): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, LINES).join('、');
  const many = lines.length > LINES ? `等 ${lines.length} 行` : '行';
  return `，第 ${shown} ${many}也是如此`;
}

function example({ part, write }: Place): string {
  if (write !== undefined) return writeLine(write);
  return part === 'cues' ? '請填寫段落編號，並在下方列出簡短的問題。' : '可用的鍵與範例見 corpus/README.md。';
}

function writeLine(line: string): string {
  return `請這樣寫：\`${line}\`。`;
}

function evidenceLines(languages: readonly string[]): string {
  return `請寫「- evidence: …」（各語言共用），或依 ${languages.join('、')} 分寫「- evidence (…): …」；也可只寫「- evidence: as p13」。`;
}

function turn({ id, speaker, basis }: NonNullable<ProblemValues['turn-not-continued']['previous']>): string {
  return speaker === null ? `${id}（${basis}）` : `${id}（${speaker}，${basis}）`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('、');
}

function number(value: number): string {
  return value.toLocaleString('zh-TW');
}
