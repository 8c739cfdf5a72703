import { clockTime } from '../../../core/language/clock-time.ts';
import type { Difference } from '../../../core/transcript/difference.ts';
import type { PlaceUnit } from '../../../core/transcript/source.ts';
import type { SourceTexts } from '../texts.ts';
import { namedCharacter } from './character.ts';

const UNSEEN_NAMES = ['空格', '不换行空格', '全角空格', '制表符', '零宽空格', '软连字符', '窄不换行空格'];
const UNITS: Readonly<Record<PlaceUnit, string>> = { line: '行', paragraph: '段', part: '部分' };
const COPY = '请从原文逐字复制；原文文件不能改动。';

/** The problems of a transcript against its source in Simplified Chinese. */
export const sourcesZhCN: SourceTexts = {
  'source-unreadable': ({ reason }) => ({
    what: `无法读取原文（${reason}）。`,
    remedy: '如果文件有改动，请换回导入时的原文件。',
  }),
  'source-too-long': ({ unit, parts, most }) => ({
    what: `原文有 ${counted(parts, unit)}，最多只能有 ${counted(most, unit)}。`,
    remedy: '请分成几场研讨会。',
  }),
  'source-unnamed': ({ files }) => ({
    what:
      files.length === 0
        ? '记录所在的文件夹里没有原文。'
        : `front matter 没有写明原文，而可能的文件不止一个：${files.join('、')}。`,
    remedy: `请把未改动的原文放进本文件夹，并在 front matter 中写明：“source:”，在下一行缩进写“file: ${files[0] ?? 'source.txt'}”。`,
  }),
  'text-differs': ({ id, unit, place, column, sourceColumn, difference }) => ({
    what: `段落 ${id} 的正文与原文不完全一致：第 ${column} 个字符处${differs(difference, `原文${at(unit, place)}第 ${sourceColumn} 个字符处`)}。`,
    remedy: difference.kind === 'form' ? '请重新从原文复制：编辑器或转换工具改变了字符的存储方式。' : COPY,
  }),
  'parts-not-covered': ({ unit, first, last, text }) => ({
    what: `原文${range(unit, first, last)}不在记录的任何段落里：“${text}”。`,
    remedy: `请为这些话添加段落；如果没有人说过，请在 front matter 的“source:”下写“left-out: ${span(first, last)}”。`,
  }),
  'part-text-missing': ({ id, unit, place }) => ({
    what: `原文${at(unit, place)}没有段落 ${id} 的正文。`,
    remedy: '请更正标题中的位置，或从原文复制正文。',
  }),
  'place-unknown': ({ id, unit, place, nearest }) => ({
    what: `段落 ${id} 写的是${at(unit, place)}，但原文那里没有文字${nearest.length > 0 ? `；最近的是${nearest.map((each) => at(unit, each)).join('和')}` : ''}。`,
    remedy: `请在标题写上正文开头所在的位置${nearest.length > 0 ? `，例如“${unit} ${nearest[0]}”` : ''}。`,
  }),
  'place-left-out': ({ id, unit, place }) => ({
    what: `段落 ${id} 从${at(unit, place)}开始，而“left-out”略去了该处。`,
    remedy: `请从 front matter 的“left-out”中删去 ${place}，或删去该段落。`,
  }),
  'place-differs': ({ id, unit, place, found }) => ({
    what: `段落 ${id} 从原文${at(unit, found)}开始，而不是${at(unit, place)}。`,
    remedy: `请在标题写“${unit} ${found}”。`,
  }),
  'place-unit': ({ id, unit, written, place }) => ({
    what: `段落 ${id} 的标题按 ${written} 计数，而原文按 ${unit} 计数。`,
    remedy: `请写成“${unit} ${place}”这样，编号要正确，每个标题都要改。`,
  }),
  'place-order': ({ id, unit, place, previous }) => ({
    what: `段落 ${id}（${at(unit, place)}）排在${at(unit, previous)}的段落之后。`,
    remedy: '请按原文的顺序排列。',
  }),
  'time-differs': ({ id, unit, place, time, found }) => ({
    what: `段落 ${id} 的标题写的时间是 ${clockTime(time)}，而原文${at(unit, place)}的时间是 ${clockTime(found)}。`,
    remedy: `请写“${unit} ${place}, ${clockTime(found)}”，或不写时间。`,
  }),
  'part-label-missing': ({ label, unit, place, found }) => ({
    what: `原文${at(unit, place)}不是以 label“${label}”开头${found === null ? '' : `；那里注明的发言人是“${found}”`}。`,
    remedy: '请照原文复制 label，包括冒号和时间。',
  }),
  'part-label-of-another': ({ id, speaker, unit, place, label }) => ({
    what: `段落 ${id} 的发言人写的是“${speaker}”，但其中原文${at(unit, place)}注明的发言人是“${label}”。`,
    remedy: `请让该段落在此之前结束；如果是同一个人，请把“${label}”加进“${speaker}”的 aliases。`,
  }),
  'left-out-unknown': ({ unit, first, last, most }) => ({
    what: `“left-out”中有${range(unit, first, last)}，但原文只到${at(unit, most)}。`,
    remedy: '请更正 front matter 中的“left-out”。',
  }),
};

function differs(difference: Difference, where: string): string {
  switch (difference.kind) {
    case 'form': {
      const { character, has } = difference;
      const [one, two] = ['写成一个字符', '写成字母加符号'];
      return `“${character}”${has === 'one' ? one : two}，${where}${has === 'one' ? two : one}`;
    }
    case 'character':
      return `${named(difference.has)}，${where}${named(difference.source)}`;
    case 'words':
      return `${quoted(difference.has)}，${where}${quoted(difference.source)}`;
  }
}

function named(character: string): string {
  if (character === '') return '没有内容';
  return `是 ${namedCharacter(character, UNSEEN_NAMES, ['（', '）'])}`.replace(
    /^是 (?=\p{Script=Han})/u,
    '是',
  );
}

function quoted(words: string): string {
  return words === '' ? '没有内容' : `是“${words}”`;
}

function at(unit: PlaceUnit, place: number): string {
  return `第 ${place} ${UNITS[unit]}`;
}

function range(unit: PlaceUnit, first: number, last: number): string {
  return first === last ? at(unit, first) : `第 ${first} 至 ${last} ${UNITS[unit]}`;
}

function span(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}

function counted(parts: number, unit: PlaceUnit): string {
  return `${number(parts)} ${unit === 'part' ? '个部分' : UNITS[unit]}`;
}

function number(value: number): string {
  return value.toLocaleString('zh-CN');
}
