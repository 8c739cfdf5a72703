import type { ProblemValues } from '../../core/transcript/problem.ts';
import { sourcesZhCN } from './sources/zh-CN.ts';
import type { ProblemTexts } from './texts.ts';

const HEADINGS = '例如“### p8 | line 8 | Chris Miller | continued”或“### p8b | line 8 | editorial”';

const TYPES = { text: '文字', list: '列表', map: '一组键和值', boolean: ' true 或 false' };
const FORMATS = {
  date: '应为日期，例如 2025-03-07',
  'language-tag': '应为语言代码，例如 en',
  'file-name': '应为本文件夹中的文件名，不带路径',
  'line-range': '应为行号范围，例如 1-53',
  'line-order': '应从第 1 行或之后开始，不能倒序',
  places: '应为编号列表，例如 1-4, 97',
  address: '应为网址，例如 https://youtu.be/abc，不含密码，最多 1000 个字符',
  format: '应为格式名称，例如 webvtt',
  'no-language': '至少要有 en、zh-CN、zh-TW 中一种语言的文字',
};
const UNITS = { characters: '个字符', items: '项' };

/** What the parser finds wrong, by its code; other faults are shown in its English words. */
const YAML_FAULTS: Partial<Record<ProblemValues['yaml-invalid']['code'], string>> = {
  BAD_DIRECTIVE: '以 % 开头的行有误',
  BAD_DQ_ESCAPE: '双引号内的反斜杠用法有误',
  BAD_INDENT: '缩进有误，或括号没有闭合',
  BAD_SCALAR_START: '值以特殊符号开头',
  BLOCK_AS_IMPLICIT_KEY: '一行里有多个冒号',
  BLOCK_IN_FLOW: '括号内不能用缩进的写法',
  KEY_OVER_1024_CHARS: '键过长',
  MISSING_CHAR: '缺少引号、括号、冒号、逗号或空格',
  MULTILINE_IMPLICIT_KEY: '键必须写在一行内',
  MULTIPLE_ANCHORS: '一个值有多个锚点',
  MULTIPLE_DOCS: '“---”把内容分成了几份',
  TAB_AS_INDENT: '不能用制表符缩进',
  UNEXPECTED_TOKEN: '有不该出现的符号',
};

const LINE_FAULTS = {
  tab: '用 Tab 缩进，而 YAML 只接受空格',
  'wide-colon': '的键后面是全角冒号',
  'no-space': '的冒号后面缺一个空格',
  'no-colon': '的键后面没有冒号',
  'colon-in-value': '的值中有冒号，需要加引号',
  'open-quote': '的引号没有成对',
  'reserved-mark': '的值以 YAML 的保留符号开头，需要加引号',
  indented: '的缩进比上一行多',
};

const TWO_PEOPLE = {
  roles: '的身份不同',
  'role-missing': '只有一场注明了身份',
  'short-name': '都有发言，但同名的可能不止一人',
};

/** The problems of the corpus in Simplified Chinese. */
export const zhCN: ProblemTexts = {
  kinds: {
    ...sourcesZhCN,
    'corpus-unreadable': () => ({
      what: '无法读取存放研讨会的文件夹。',
      remedy: '请把 CORPUS_DIR 设为存放研讨会的文件夹，每场研讨会一个子文件夹。',
    }),
    'corpus-empty': () => ({
      what: '这个文件夹里没有研讨会。',
      remedy: '请按 corpus/README.md 的说明添加一个文件夹，放入 transcript.md 和原文。',
    }),
    'corpus-reload-failed': ({ reason }) => ({
      what: `重新读取研讨会文件失败（${reason}）。`,
      remedy: '请撤销最近的改动，或运行“npm run check”。',
    }),
    'seminar-id-invalid': () => ({
      what: '这个文件夹名称不能用作研讨会编号。',
      remedy: '请使用小写字母、数字和连字符，最多 40 个字符，例如 scsp-chips-2025。',
    }),
    'file-unreadable': ({ code }) => ({
      what: `无法读取文件（${code}）。`,
      remedy: '每个研讨会文件夹都需要 transcript.md，以及其 front matter 中写明的原文文件。',
    }),
    'file-outside-corpus': () => ({
      what: '这里的链接指向研讨会文件夹之外。',
      remedy: '请把链接换成文件或文件夹的副本。',
    }),
    'file-not-regular': () => ({ what: '这不是普通文件。', remedy: '请换成同名的普通文件。' }),
    'file-too-large': ({ bytes, most }) => ({
      what: `文件有 ${number(bytes)} 字节，上限是 ${number(most)} 字节。`,
      remedy: '请把内容分成几场研讨会。',
    }),
    'file-too-long': ({ lines, most }) => ({
      what: `文件有 ${number(lines)} 行，上限是 ${number(most)} 行。`,
      remedy: '请把内容分成几场研讨会。',
    }),
    'file-not-utf8': () => ({
      what: '文件不是 UTF-8 编码。',
      remedy: '请另存为 UTF-8。如果是原文，请转换副本，并在 corpus/README.md 中注明。',
    }),

    'yaml-invalid': ({ code, message }) => ({
      what: `YAML 格式有误：${YAML_FAULTS[code] ?? message}。`,
      remedy: '请对照 corpus/README.md 中的示例；含冒号的值要加引号。',
    }),
    'yaml-line': ({ fault, write }) => ({ what: `这一行${LINE_FAULTS[fault]}。`, remedy: writeLine(write) }),
    'yaml-key-repeated': ({ key }) => ({ what: `键“${key}”出现了两次。`, remedy: '请保留一个。' }),
    'yaml-alias-or-tag': ({ found }) => ({
      what: `这里不能使用 YAML 的别名和标签（出现了“${found}”）。`,
      remedy: '请把每个值完整写出；以 * 或 ! 开头的值要加引号。',
    }),
    'yaml-too-deep': ({ most }) => ({
      what: `值的嵌套超过 ${most} 层。`,
      remedy: '请按 corpus/README.md 中的示例书写。',
    }),
    'yaml-too-long': ({ most }) => ({
      what: `YAML 超过 ${number(most)} 个词和符号。`,
      remedy: '请精简内容，或分成几场研讨会。',
    }),
    'value-missing': (place) => ({ what: `${at(place)}没有值${also(place)}。`, remedy: example(place) }),
    'value-type': ({ type, ...place }) => ({
      what: `${at(place)}应为${TYPES[type]}${also(place)}。`,
      remedy: example(place),
    }),
    'value-choice': ({ choices, ...place }) => ({
      what: `${at(place)}应为以下之一：${choices.join('、')}${also(place)}。`,
      remedy: example(place),
    }),
    'value-format': ({ format, ...place }) => ({
      what: `${at(place)}${FORMATS[format]}${also(place)}。`,
      remedy: example(place),
    }),
    'value-too-short': ({ least, unit, ...place }) => ({
      what: `${at(place)}${least === 1 ? '不能为空' : `至少要有 ${least} ${UNITS[unit]}`}${also(place)}。`,
      remedy: example(place),
    }),
    'value-too-long': ({ most, unit, ...place }) => ({
      what: `${at(place)}最多只能有 ${most} ${UNITS[unit]}${also(place)}。`,
      remedy: example(place),
    }),
    'key-unknown': ({ keys, ...place }) => ({
      what: `${at(place)}中有未知的键：${quoted(keys)}${also(place)}。`,
      remedy: example(place),
    }),

    'front-matter-missing': () => ({
      what: '文件必须以 front matter 开头，前后各有一行“---”。',
      remedy: '请在第一行写 `---`，接着写 `title: Bridge meeting` 和发言人，再写一行 `---`。',
    }),
    'heading-expected': ({ found }) => ({
      what: `这里应为标题，却是“${found}”。`,
      remedy: `每个段落都以标题开头，${HEADINGS}。`,
    }),
    'heading-malformed': ({ heading }) => ({
      what: `标题“${heading}”的格式有误。`,
      remedy: `请依次写编号、行号、发言人（如有）和 basis，${HEADINGS}。`,
    }),
    'basis-unknown': ({ basis, known, also: lines = [] }) => ({
      what: `没有“${basis}”这种 basis${also({ also: lines })}。`,
      remedy: `标题末尾要写下列之一：${known.join('、')}，${HEADINGS}。`,
    }),
    'speaker-missing': ({ id, basis }) => ({
      what: `段落 ${id} 是 ${basis}，却没有发言人。`,
      remedy: '请在 basis 前写上姓名，或把 basis 改为 unknown。',
    }),
    'speaker-unexpected': ({ id, basis, name }) => ({
      what: `段落 ${id} 是 ${basis}，却写了“${name}”。`,
      remedy: '请删去姓名，或换一种带姓名的 basis。',
    }),
    'attribute-unknown': ({ found }) => ({
      what: `看不懂“${found}”这一行。`,
      remedy: '可用“- label:”或“- evidence (en):”。如果这是以 - 开头的正文，请在前面加反斜杠。',
    }),
    'attribute-repeated': ({ key }) => ({ what: `“- ${key}:”出现了两次。`, remedy: '请保留一个。' }),
    'attribute-empty': ({ key }) => ({
      what: `“- ${key}:”是空的。`,
      remedy: '请写上内容，或删去这一行。',
    }),
    'evidence-languages': ({ languages }) => ({
      what: `依据只能用 ${languages.join('、')}，不能用其他语言。`,
      remedy: evidenceLines(languages),
    }),
    'evidence-twofold': () => ({
      what: '依据既写在这里，又引用了另一个段落。',
      remedy: '请保留一种。',
    }),
    'evidence-unexpected': ({ id, basis }) => ({
      what: `段落 ${id} 是 ${basis}，却有依据。`,
      remedy: '请删去：依据用来说明姓名，而这里没有姓名。',
    }),
    'text-missing': () => ({ what: '这个段落没有正文。', remedy: '请把原文中的话复制到标题下面。' }),
    'text-second-line': () => ({
      what: '这个段落的正文不止一行。',
      remedy: '一个段落只有一行正文：请给第二行另加一个标题。',
    }),
    'text-too-long': ({ characters, most }) => ({
      what: `这段文字有 ${number(characters)} 个字符，上限是 ${number(most)} 个。`,
      remedy: '请把它分成几个段落，并各加一个标题。',
    }),
    'id-repeated': ({ id, firstLine }) => ({
      what: `编号 ${id} 用了两次，第一次在第 ${firstLine} 行。`,
      remedy: '请给这个段落换一个编号。',
    }),

    'lines-beyond-source': ({ lastLine, lineCount, source }) => ({
      what: `“lines”到第 ${lastLine} 行为止，但 ${source} 只有 ${lineCount} 行。`,
      remedy: '请更正 front matter 中的“lines”。',
    }),
    'line-not-covered': ({ sourceLine }) => ({
      what: `第 ${sourceLine} 行不在记录的任何段落里。`,
      remedy: '请补成一个段落；如果不属于研讨会，请缩小 front matter 中“lines”的范围。',
    }),
    'text-not-covered': ({ text }) => ({
      what: `原文中的“${text}”不在任何段落里。`,
      remedy: '请加进它所属的段落，或另立一个段落。',
    }),
    'text-not-in-source': ({ id, sourceLine, after }) => ({
      what: `原文第 ${sourceLine} 行${after ? (after === 'label' ? '在 label 之后' : '在上一个段落之后') : ''}没有段落 ${id} 的正文。`,
      remedy: '请从原文逐字复制；原文文件不能改动。',
    }),
    'segment-outside-lines': ({ id, sourceLine, firstLine, lastLine }) => ({
      what: `段落 ${id} 在原文第 ${sourceLine} 行，不在第 ${firstLine} 至 ${lastLine} 行之内。`,
      remedy: '请更正行号，或更正 front matter 中的“lines”。',
    }),
    'segment-out-of-order': ({ id, sourceLine, previousLine }) => ({
      what: `段落 ${id}（原文第 ${sourceLine} 行）排在原文第 ${previousLine} 行的段落之后。`,
      remedy: '请按原文的顺序排列。',
    }),
    'alias-not-in-source': ({ alias, name }) => ({
      what: `原文中没有出现“${name}”的别名“${alias}”。`,
      remedy: '请照原文书写，或删去；读者可能输入的写法放在“otherForms”中。',
    }),
    'name-shared': ({ form, first, second }) => ({
      what: first === second ? `“${form}”列了两次。` : `“${form}”同时列在“${first}”和“${second}”名下。`,
      remedy: '请只保留一处。',
    }),

    'speaker-undeclared': ({ name, id, declared }) => ({
      what: `段落 ${id} 的发言人“${name}”没有列出。`,
      remedy: `请列在“speakers”下：\`- ${name}\`${declared.length > 0 ? `，或改用以下之一：${declared.join('、')}` : ''}。`,
    }),
    'label-missing': ({ id }) => ({
      what: `段落 ${id} 是 labelled，却没有 label。`,
      remedy: '请照原文加上“- label:”，或换一种 basis。',
    }),
    'label-unexpected': ({ id, basis }) => ({
      what: `段落 ${id} 有 label，却是 ${basis}。`,
      remedy: '请把 basis 改为 labelled，或删去 label。',
    }),
    'label-not-in-source': ({ label, sourceLine }) => ({
      what: `原文第 ${sourceLine} 行不是以 label“${label}”开头。`,
      remedy: '请照原文复制 label，连同冒号。',
    }),
    'label-inside-paragraph': ({ id }) => ({
      what: `段落 ${id} 不在原文的行首，却有 label。`,
      remedy: '请删去：只有原文每行的第一个段落才能有 label。',
    }),
    'label-without-speaker': ({ label, speaker }) => ({
      what: `label“${label}”中没有“${speaker}”的名字。`,
      remedy:
        '请更正发言人，或把原文的写法加到其别名（aliases）中。如果原文标错了人，请把姓名和 basis 改为 unknown。',
    }),
    'label-of-another': ({ label, speaker }) => ({
      what: `label“${label}”中除了“${speaker}”还有别人的名字。`,
      remedy: '请更正发言人，或换一种 basis：如果是转述别人的话，用 reported。',
    }),
    'turn-not-continued': ({ id, speaker, previous }) => ({
      what: `段落 ${id} 承接“${speaker}”的发言，但${previous ? `前一段发言是 ${turn(previous)}` : '前面没有发言'}。`,
      remedy: previous
        ? '请改为那段发言的发言人；如果前面是 reported 或 inferred，basis 也要相同。'
        : '请换一种 basis。',
    }),
    'evidence-missing': ({ id }) => ({
      what: `段落 ${id} 是 inferred，却没有依据。`,
      remedy:
        '请在标题下写明理由，例如“- evidence (zh-CN): 主持人刚点了她的名。”，每种语言一行；或改为 unknown。',
    }),
    'evidence-not-there': ({ id, from }) => ({
      what: `段落 ${id} 引用“${from}”的依据，但那里没有写出这位发言人的依据。`,
      remedy: '请引用写有依据的段落。',
    }),

    'translation-before-heading': () => ({
      what: '第一个标题之前有文字。',
      remedy: '每条译文都以标题开头，例如“### p8”。',
    }),
    'translation-second-line': ({ id }) => ({
      what: `“${id}”的译文不止一行。`,
      remedy: '每条译文请写成一行。',
    }),
    'translation-repeated': ({ id, firstLine }) => ({
      what: `“${id}”有两条译文，第一条在第 ${firstLine} 行。`,
      remedy: '请保留一条。',
    }),
    'translation-empty': ({ id }) => ({
      what: `“${id}”有标题，却没有译文。`,
      remedy: '请写在标题下面。',
    }),
    'translation-of-nothing': ({ id }) => ({
      what: `记录中没有段落“${id}”。`,
      remedy: '请更正编号，或删去这条译文。',
    }),
    'translation-missing': ({ id }) => ({
      what: `段落 ${id} 没有译文。`,
      remedy: `请在“### ${id}”下面补上。`,
    }),
    'translation-length': ({ id, ratio, least, most }) => ({
      what: `段落 ${id}：译文字符数是原文的 ${ratio.toFixed(1)} 倍，应在 ${least} 至 ${most} 倍之间。`,
      remedy: '请与原文对照。',
    }),
    'translation-number': ({ id, number: missing }) => ({
      what: `段落 ${id}：译文中没有数字 ${missing}。`,
      remedy: '请与原文对照。',
    }),
    'term-repeated': ({ form, firstLine }) => ({
      what: `“${form}”已在第 ${firstLine} 行出现。`,
      remedy: '请只保留在一行。',
    }),
    'term-too-short': ({ form }) => ({
      what: `“${form}”不到两个字符。`,
      remedy: '请删去：它会匹配无关的文字。',
    }),
    'term-too-long': ({ form, most }) => ({
      what: `“${form}…”超过 ${most} 个字符。`,
      remedy: '请删去：没有哪句话会包含它。',
    }),
    'terms-too-many': ({ most }) => ({
      what: `到这一行已超过 ${number(most)} 种写法。`,
      remedy: '请只保留读者会问到的。',
    }),
    'cues-of-nothing': ({ id }) => ({
      what: `记录中没有段落“${id}”。`,
      remedy: '请更正编号，或删去它的提示问题。',
    }),
    'cues-of-editorial': ({ id }) => ({
      what: `“${id}”是 editorial，却有提示问题。`,
      remedy: '请删去：编者的话不用来回答问题。',
    }),
    'person-not-there': ({ person, speaker, seminar }) => ({
      what: `“${person}”在 ${seminar} 中写作“${speaker}”，但该研讨会没有这位发言人。`,
      remedy: '请写研讨会的文件夹名、冒号，以及与其 front matter 完全一致的姓名。',
    }),
    'person-repeated': ({ speaker, seminar, first, second }) => ({
      what: `${seminar} 中的“${speaker}”既被写成“${first}”，又被写成“${second}”。`,
      remedy: '请只保留一个。',
    }),
    'namesakes-undeclared': ({ name, seminars, reason }) => ({
      what: `“${name}”在 ${seminars.join('、')} 中${TWO_PEOPLE[reason]}，目前视为两个人。`,
      remedy: `如果是同一个人，请在本文件中写明：“- name: ${name}”，再在“seminars:”下列出各研讨会和姓名；如果不是，请写成两条。`,
    }),
  },
  space: '',
  more: (count) => `另有 ${number(count)} 处，运行“npm run check”查看全部。`,
};

type Place = ProblemValues['value-missing'];

/** So many of the other lines with a fault are named. */
const LINES = 3;

/** A value as the subject of a sentence. */
function at({ part, key }: Place): string {
  if (part === 'front-matter') return key === '' ? 'front matter ' : `front matter 的“${key}”`;
  return key === '' ? '文件' : `“${key}”`;
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
  return part === 'cues' ? '请写段落编号，并在下面列出简短的问题。' : '可用的键和示例见 corpus/README.md。';
}

function writeLine(line: string): string {
  return `请这样写：\`${line}\`。`;
}

function evidenceLines(languages: readonly string[]): string {
  return `请写“- evidence: …”（所有语言共用），或按 ${languages.join('、')} 分写“- evidence (…): …”；也可只写“- evidence: as p13”。`;
}

function turn({ id, speaker, basis }: NonNullable<ProblemValues['turn-not-continued']['previous']>): string {
  return speaker === null ? `${id}（${basis}）` : `${id}（${speaker}，${basis}）`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}

function number(value: number): string {
  return value.toLocaleString('zh-CN');
}
