import { clockTime } from '../../../core/language/clock-time.ts';
import type { Difference } from '../../../core/transcript/difference.ts';
import type { PlaceUnit } from '../../../core/transcript/source.ts';
import type { SourceTexts } from '../texts.ts';
import { namedCharacter } from './character.ts';

const UNSEEN_NAMES = ['空格', '不換行空格', '全形空格', '定位字元', '零寬空格', '軟連字號', '窄不換行空格'];
const UNITS: Readonly<Record<PlaceUnit, string>> = { line: '行', paragraph: '段', part: '部分' };
const COPY = '請從原文逐字複製；原文檔案不能更動。';

/** The problems of a transcript against its source in Traditional Chinese. */
export const sourcesZhTW: SourceTexts = {
  'source-unreadable': ({ reason }) => ({
    what: `無法讀取原文（${reason}）。`,
    remedy: '如果檔案有更動，請換回匯入時的原檔案。',
  }),
  'source-too-long': ({ unit, parts, most }) => ({
    what: `原文有 ${counted(parts, unit)}，最多只能有 ${counted(most, unit)}。`,
    remedy: '請分成幾場研討會。',
  }),
  'source-unnamed': ({ files }) => ({
    what:
      files.length === 0
        ? '紀錄所在的資料夾裡沒有原文。'
        : `front matter 沒有寫明原文，而可能的檔案不只一個：${files.join('、')}。`,
    remedy: `請把未更動的原文放進本資料夾，並在 front matter 中寫明：「source:」，在下一行縮排寫「file: ${files[0] ?? 'source.txt'}」。`,
  }),
  'text-differs': ({ id, unit, place, column, sourceColumn, difference }) => ({
    what: `段落 ${id} 的內文與原文不完全一致：第 ${column} 個字元處${differs(difference, `原文${at(unit, place)}第 ${sourceColumn} 個字元處`)}。`,
    remedy: difference.kind === 'form' ? '請重新從原文複製：編輯器或轉換工具改變了字元的儲存方式。' : COPY,
  }),
  'parts-not-covered': ({ unit, first, last, text }) => ({
    what: `原文${range(unit, first, last)}不在紀錄的任何段落裡：「${text}」。`,
    remedy: `請為這些話新增段落；如果沒有人說過，請在 front matter 的「source:」下寫「left-out: ${span(first, last)}」。`,
  }),
  'part-text-missing': ({ id, unit, place }) => ({
    what: `原文${at(unit, place)}沒有段落 ${id} 的內文。`,
    remedy: '請更正標題中的位置，或從原文複製內文。',
  }),
  'place-unknown': ({ id, unit, place, nearest }) => ({
    what: `段落 ${id} 寫的是${at(unit, place)}，但原文那裡沒有文字${nearest.length > 0 ? `；最近的是${nearest.map((each) => at(unit, each)).join('和')}` : ''}。`,
    remedy: `請在標題寫上內文開頭所在的位置${nearest.length > 0 ? `，例如「${unit} ${nearest[0]}」` : ''}。`,
  }),
  'place-left-out': ({ id, unit, place }) => ({
    what: `段落 ${id} 從${at(unit, place)}開始，而「left-out」略去了該處。`,
    remedy: `請從 front matter 的「left-out」中刪去 ${place}，或刪去該段落。`,
  }),
  'place-differs': ({ id, unit, place, found }) => ({
    what: `段落 ${id} 從原文${at(unit, found)}開始，而不是${at(unit, place)}。`,
    remedy: `請在標題寫「${unit} ${found}」。`,
  }),
  'place-unit': ({ id, unit, written, place }) => ({
    what: `段落 ${id} 的標題以 ${written} 計數，而原文以 ${unit} 計數。`,
    remedy: `請寫成「${unit} ${place}」這樣，編號要正確，每個標題都要改。`,
  }),
  'place-order': ({ id, unit, place, previous }) => ({
    what: `段落 ${id}（${at(unit, place)}）排在${at(unit, previous)}的段落之後。`,
    remedy: '請依原文的順序排列。',
  }),
  'time-differs': ({ id, unit, place, time, found }) => ({
    what: `段落 ${id} 的標題寫的時間是 ${clockTime(time)}，而原文${at(unit, place)}的時間是 ${clockTime(found)}。`,
    remedy: `請寫「${unit} ${place}, ${clockTime(found)}」，或不寫時間。`,
  }),
  'part-label-missing': ({ label, unit, place, found }) => ({
    what: `原文${at(unit, place)}不是以 label「${label}」開頭${found === null ? '' : `；那裡註明的講者是「${found}」`}。`,
    remedy: '請照原文複製 label，包括冒號和時間。',
  }),
  'part-label-of-another': ({ id, speaker, unit, place, label }) => ({
    what: `段落 ${id} 的講者寫的是「${speaker}」，但其中原文${at(unit, place)}註明的講者是「${label}」。`,
    remedy: `請讓該段落在此之前結束；如果是同一個人，請把「${label}」加進「${speaker}」的 aliases。`,
  }),
  'left-out-unknown': ({ unit, first, last, most }) => ({
    what: `「left-out」中有${range(unit, first, last)}，但原文只到${at(unit, most)}。`,
    remedy: '請更正 front matter 中的「left-out」。',
  }),
};

function differs(difference: Difference, where: string): string {
  switch (difference.kind) {
    case 'form': {
      const { character, has } = difference;
      const [one, two] = ['寫成一個字元', '寫成字母加符號'];
      return `「${character}」${has === 'one' ? one : two}，${where}${has === 'one' ? two : one}`;
    }
    case 'character':
      return `${named(difference.has)}，${where}${named(difference.source)}`;
    case 'words':
      return `${quoted(difference.has)}，${where}${quoted(difference.source)}`;
  }
}

function named(character: string): string {
  if (character === '') return '沒有內容';
  return `是 ${namedCharacter(character, UNSEEN_NAMES, ['（', '）'])}`.replace(
    /^是 (?=\p{Script=Han})/u,
    '是',
  );
}

function quoted(words: string): string {
  return words === '' ? '沒有內容' : `是「${words}」`;
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
  return `${number(parts)} ${unit === 'part' ? '個部分' : UNITS[unit]}`;
}

function number(value: number): string {
  return value.toLocaleString('zh-TW');
}
