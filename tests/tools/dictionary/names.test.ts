import { describe, expect, it } from 'vitest';
import { otherNames, pointedTo } from '../../../src/tools/dictionary/names.ts';
import { translationsIn } from '../../../src/tools/dictionary/translations.ts';

describe('other ways to say a name', () => {
  it.each([
    ['US Federal Reserve (Fed), the US central bank', ['Fed', 'Federal Reserve']],
    ['International Monetary Fund (IMF)', ['IMF']],
    ['Taiwan Semiconductor Manufacturing Company (TSMC), founded in 1987', ['TSMC']],
    ['artificial intelligence (AI)', ['AI']],
    ['NATO (North Atlantic Treaty Organization)', ['North Atlantic Treaty Organization']],
    ['Donald Trump (1946–), American businessman', ['Trump']],
    ['Ben Shalom Bernanke (1953-), US economist', ['Bernanke']],
    ['Apple Inc.', ['Apple']],
    ['Microsoft Corporation', ['Microsoft']],
  ])('are in %j', (definition, names) => {
    expect(otherNames(definition)).toEqual(names);
  });

  it.each([
    'Parliament (UK)',
    'Powell (name)',
    'bridge',
    'Huawei (brand)',
    '(computing) open-source',
    'group',
    'Ming dynasty (1368-1644)',
    'US president',
  ])('are not in %j', (definition) => {
    expect(otherNames(definition)).toEqual([]);
  });
});

describe('an entry that points to another', () => {
  it.each([
    ['see 福州市[Fu2 zhou1 Shi4]', '福州市'],
    ['see 內蒙古自治區|内蒙古自治区[Nei4 meng3 gu3 Zi4 zhi4 qu1]', '内蒙古自治区'],
    ['abbr. for 南亞聯盟|南亚联盟[Nan2 Ya4 Lian2 meng2]', '南亚联盟'],
    ['see also 福州市[Fu2 zhou1 Shi4]', undefined],
    ['abbr. for 世界博覽會|世界博览会[Shi4 jie4], World Expo', undefined],
    ['to see', undefined],
  ])('names it: %j', (definition, target) => {
    expect(pointedTo(definition)).toBe(target);
  });

  it('has the translations of that one, a little less fitting', () => {
    const entry = (simplified: string, english: string[]) => ({
      ...{ simplified, traditional: simplified, pinyin: 'Fu2 zhou1', english },
    });
    const { words } = translationsIn([
      entry('福州', ['see 福州市[Fu2 zhou1 Shi4]']),
      entry('福州市', ['Fuzhou']),
    ]);
    expect(words.get('福州')).toEqual([{ text: 'fuzhou', quality: 0.9 }]);
    expect(words.get('fuzhou')).toEqual([
      { text: '福州市', quality: 1 },
      { text: '福州', quality: 0.9 },
    ]);
  });
});
