/**
 * Words of Taiwan that the conversion of scripts leaves as they are, with the mainland's, in Simplified characters. Where
 * the characters also occur across two other words, what stands around them is looked at.
 */
const MAINLAND_WORDS: readonly (readonly [taiwan: string, mainland: string])[] = [
  ['日圆', '日元'],
  ['基地台', '基站'],
  ['货柜', '集装箱'],
  ['捷运', '地铁'],
  ['冷气机?(?![团流候])', '空调'],
  ['(?<=[\\d一二两三四五六七八九十百千万几多半] ?)公尺', '米'],
  ['(?<=[\\d一二两三四五六七八九十百千万几多半] ?)公分(?![之母])', '厘米'],
  ['飞弹', '导弹'],
  ['(?<!四)川普(?!通)', '特朗普'],
  ['普丁', '普京'],
  ['泽伦斯基', '泽连斯基'],
  ['贺锦丽', '哈里斯'],
  ['(?<![河湖东西])北韩', '朝鲜'],
  ['(?<![河湖海越])南韩', '韩国'],
  ['杜拜', '迪拜'],
  ['加萨(?=走廊|地带|停火|战)', '加沙'],
  ['核能?电厂', '核电站'],
  ['(?<![一这那几张])笔电(?![费话子影缆])', '笔记本电脑'],
  ['曝光机', '光刻机'],
  ['联准会', '美联储'],
  ['通膨', '通胀'],
  ['(?<![提上])升息(?!差)', '加息'],
  ['零组件', '零部件'],
  ['智能型手机', '智能手机'],
  ['超级电脑', '超级计算机'],
  ['量子电脑', '量子计算机'],
  ['类神经网络', '神经网络'],
  ['大型语言模型', '大语言模型'],
  ['社[群区]媒体', '社交媒体'],
  ['社群平台', '社交平台'],
  ['(?<!可)再生能源', '可再生能源'],
  ['离岸风电', '海上风电'],
  ['行动支付', '移动支付'],
  ['幼稚园', '幼儿园'],
  ['土石流', '泥石流'],
  ['(?<=[\\d一二三四五六七八九十几] ?)趴(?![在着下地倒])', '%'],
  // Whatever doubles.
  ['翻[了上]?一?[番倍]', '翻倍'],
];

const TAIWAN_WORD = new RegExp(MAINLAND_WORDS.map(([taiwan]) => `(${taiwan})`).join('|'), 'gu');

/** A text in Simplified characters with the mainland's words for Taiwan's, and one form for a few words of several. */
export function inMainlandWords(simplified: string): string {
  return simplified.replace(TAIWAN_WORD, (found, ...groups: unknown[]) => {
    const at = groups.slice(0, MAINLAND_WORDS.length).findIndex((group) => group !== undefined);
    return MAINLAND_WORDS[at]?.[1] ?? found;
  });
}
