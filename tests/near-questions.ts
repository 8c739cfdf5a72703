import { rankFor } from '../src/core/answer/ranking.ts';
import type { Locale } from '../src/core/language/locale.ts';
import type { Library } from '../src/core/library.ts';

/** Questions on what the first seminar is about, to which it has no answer, or none in these words. */
export const NEAR: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'How did TSMC respond to the due-diligence requirements?',
    'where in Malaysia are the data centres - Johor?',
    'How long did DeepSeek keep its API closed to foreign users?',
    'how much did Microsoft invest in G42',
    'How did Meta respond to the idea of controlling Llama?',
  ],
  'zh-CN': [
    '特朗普会不会直接撤销AI扩散规则?',
    'H800在黑市上现在卖什么价?',
    '微软给G42投了多少钱?',
    '台积电因为违规给中国代工被罚了多少',
    '中国打算用什么手段报复美国芯片企业',
  ],
  'zh-TW': [
    '在馬來西亞用資料中心的中國客戶是哪幾家公司',
    '走私晶片被抓到會被關幾年?',
    'BIS 打算採購哪一套軟體來畫供應鏈地圖',
    'DeepSeek 執行長叫什麼名字?',
    '盟友之間的情資分享是由哪個機關主導?',
  ],
};

/**
 * The first of some questions to which the transcript comes close without answering. Which of them that is may change
 * whenever search does.
 */
export function closeQuestion(library: Library, locale: Locale): string {
  const found = NEAR[locale].find((question) => rankFor(library, { question }).claim === 'closest');
  if (found === undefined)
    throw new Error(`The transcript comes close to none of the questions in ${locale}.`);
  return found;
}
