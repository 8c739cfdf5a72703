import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNameOf, zoneNamesContaining, zonesMeant } from '../../../src/core/digest/typed-zone.ts';
import { isKnownZone, timeZones } from '../../../src/core/digest/zone.ts';
import { ZONE_NAMES } from '../../../src/core/digest/zone-names.ts';
import { typed } from './typed.ts';

describe('zonesMeant', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' ASIA/SHANGHAI ', 'Asia/Shanghai'],
    ['Ａｓｉａ／Ｓｈａｎｇｈａｉ', 'Asia/Shanghai'],
    ['America/New York', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    ['New York', 'America/New_York'],
    ['shanghai', 'Asia/Shanghai'],
    ['Lord Howe', 'Australia/Lord_Howe'],
    ['utc', 'UTC'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Chongqing', 'Asia/Shanghai'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Nuuk', 'America/Nuuk'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
  ])('reads a name of the database: %s', (text, zone) => {
    expect(zonesMeant(text)).toEqual([zone]);
  });

  it.each([
    ['Canton', 'Asia/Shanghai'],
    ['Beijing time', 'Asia/Shanghai'],
    ['time in Guangzhou', 'Asia/Shanghai'],
    ['Munich', 'Europe/Berlin'],
    ['MÜNCHEN', 'Europe/Berlin'],
    ['Koeln', 'Europe/Berlin'],
    ['Zürich', 'Europe/Zurich'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Bogotá', 'America/Bogota'],
    ['Québec', 'America/Toronto'],
    ['København', 'Europe/Copenhagen'],
    ['Bangalore', 'Asia/Kolkata'],
    ['Saigon', 'Asia/Ho_Chi_Minh'],
    ['Kyiv', 'Europe/Kyiv'],
    ["Xi'an", 'Asia/Shanghai'],
    ['St Louis', 'America/Chicago'],
    ['Washington, D.C.', 'America/New_York'],
    ['Seattle, USA', 'America/Los_Angeles'],
    ['Toronto, Canada', 'America/Toronto'],
    ['Nagoya, Japan', 'Asia/Tokyo'],
    ['South Korea', 'Asia/Seoul'],
    ['England', 'Europe/London'],
    ['Honduras', 'America/Tegucigalpa'],
    ['Slovenia', 'Europe/Ljubljana'],
    ['Uganda time', 'Africa/Kampala'],
    ['Moldova', 'Europe/Chisinau'],
    ['Godthåb', 'America/Nuuk'],
    ['Asia/Nanjing', 'Asia/Shanghai'],
    ['Europe/Hamburg', 'Europe/Berlin'],
    ['Lisboa', 'Europe/Lisbon'],
  ])('reads a city or a country: %s', (text, zone) => {
    expect(zonesMeant(text)).toEqual([zone]);
  });

  it.each([
    ['北京时间', 'Asia/Shanghai'],
    ['上海市', 'Asia/Shanghai'],
    ['台北', 'Asia/Taipei'],
    ['臺北市', 'Asia/Taipei'],
    ['臺灣時間', 'Asia/Taipei'],
    ['東京', 'Asia/Tokyo'],
    ['紐約', 'America/New_York'],
    ['纽约', 'America/New_York'],
    ['雪梨', 'Australia/Sydney'],
    ['悉尼', 'Australia/Sydney'],
    ['舊金山', 'America/Los_Angeles'],
    ['美西時間', 'America/Los_Angeles'],
    ['美国东部标准时间', 'America/New_York'],
    ['蒙特婁', 'America/Toronto'],
    ['德國', 'Europe/Berlin'],
    ['柏林時區', 'Europe/Berlin'],
    ['首爾', 'Asia/Seoul'],
    ['乌鲁木齐', 'Asia/Urumqi'],
    ['白俄羅斯', 'Europe/Minsk'],
    ['斯洛維尼亞', 'Europe/Ljubljana'],
    ['海參崴', 'Asia/Vladivostok'],
    ['達喀爾時間', 'Africa/Dakar'],
  ])('reads Chinese: %s', (text, zone) => {
    expect(zonesMeant(text)).toEqual([zone]);
  });

  it.each([
    ['ET', 'America/New_York'],
    ['edt', 'America/New_York'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Mountain time', 'America/Denver'],
    ['PST', 'America/Los_Angeles'],
    ['Pacific daylight time', 'America/Los_Angeles'],
    ['MESZ', 'Europe/Berlin'],
    ['Central European Summer Time', 'Europe/Berlin'],
    ['BST', 'Europe/London'],
    ['GMT', 'UTC'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['MSK', 'Europe/Moscow'],
    ['AEST', 'Australia/Sydney'],
    ['EET', 'Europe/Kyiv'],
    ['(UTC+09:00) Osaka, Sapporo, Tokyo', 'Asia/Tokyo'],
    ['(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
    ['(UTC-06:00) Central Time (US & Canada)', 'America/Chicago'],
    ['London (GMT)', 'Europe/London'],
    ['Mountain Time (US & Canada)', 'America/Denver'],
    ['波士頓（UTC-5）', 'America/New_York'],
    ['Chennai, UTC+5:30', 'Asia/Kolkata'],
    ['America/Chicago (CST)', 'America/Chicago'],
    ['CST (China)', 'Asia/Shanghai'],
    ['US west coast', 'America/Los_Angeles'],
  ])('reads an abbreviation or the name of a time: %s', (text, zone) => {
    expect(zonesMeant(text)).toEqual([zone]);
  });

  it.each([
    ['UTC+8', 'UTC+8'],
    ['utc + 9', 'UTC+9'],
    ['GMT-3', 'UTC-3'],
    ['+7', 'UTC+7'],
    ['-04:00', 'UTC-4'],
    ['+0930', 'UTC+9:30'],
    ['UTC+5:45', 'UTC+5:45'],
    ['UTC−3:30', 'UTC-3:30'],
    ['ＵＴＣ＋７', 'UTC+7'],
    ['UTC+0', 'UTC'],
    ['UTC±0', 'UTC'],
    ['UTC+9.5', 'UTC+9:30'],
    ['GMT-3,5', 'UTC-3:30'],
    ['GMT+00:00', 'UTC'],
    ['东九区', 'UTC+9'],
    ['東七區', 'UTC+7'],
    ['西5区', 'UTC-5'],
    ['东十一区', 'UTC+11'],
    ['东五区半', 'UTC+5:30'],
    ['Etc/GMT-9', 'UTC+9'],
  ])('reads an offset: %s', (text, zone) => {
    expect(zonesMeant(text)).toEqual([zone]);
  });

  it.each([
    ['CST', ['America/Chicago', 'Asia/Shanghai']],
    ['San José', ['America/Los_Angeles', 'America/Costa_Rica']],
    ['Australia', ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Perth']],
    ['新疆', ['Asia/Shanghai', 'Asia/Urumqi']],
    ['聖地牙哥', ['America/Los_Angeles', 'America/Santiago']],
  ])('gives all that are meant by %s', (text, zones) => {
    expect(zonesMeant(text)).toEqual(zones);
  });

  it.each([
    '',
    '/',
    'Mars/Olympus',
    'a/b',
    'Atlantis',
    'Paris, Texas',
    '8',
    'UTC+15',
    'UTC-13',
    '+5:20',
    'UTC+8:99',
    'Asia/',
    '/Shanghai',
    '东十三区',
    'time',
    '()',
    ', ,',
  ])('is empty for what is no zone: "%s"', (text) => {
    expect(zonesMeant(text)).toEqual([]);
  });

  it('gives zones that can be used for any text, and reads them again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const zone of zonesMeant(text)) {
          expect(isKnownZone(zone)).toBe(true);
          expect(zonesMeant(zone)).toEqual([zone]);
        }
      }),
    );
  });

  it('reads every zone that can be chosen, with its old name and in brackets', () => {
    expect(timeZones().map(zonesMeant)).toEqual(timeZones().map((zone) => [zone]));
    expect(timeZones().map((zone) => zonesMeant(`Somewhere (${zone})`))).toEqual(
      timeZones().map((zone) => [zone]),
    );
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => zonesMeant(zone).length !== 1)).toEqual([]);
  });
});

describe('the list of names', () => {
  const lines = ZONE_NAMES.split('\n').filter((line) => line !== '');

  it('has zones that every machine knows, by their present names', () => {
    const zones = lines.flatMap((line) => (line.split(':')[0] ?? '').split(' '));
    expect(zones.filter((zone) => !timeZones().includes(zone))).toEqual([]);
  });

  it('has each name once, and reads each', () => {
    const names = lines.flatMap((line) => line.slice(line.indexOf(': ') + 2).split(', '));
    expect(names.filter((name) => zonesMeant(name).length === 0)).toEqual([]);
    const zonesOf = (name: string) => zonesMeant(name).join(' ');
    const own = lines.flatMap((line) =>
      line
        .slice(line.indexOf(': ') + 2)
        .split(', ')
        .map((name) => `${name}: ${line.slice(0, line.indexOf(': '))}`),
    );
    expect(names.map((name) => `${name}: ${zonesOf(name)}`)).toEqual(own);
  });
});

describe('zoneNamesContaining', () => {
  const zones = (text: string) => zoneNamesContaining(text).flatMap((each) => each.zones);

  it.each([
    ['frankf', 'Europe/Berlin'],
    ['são p', 'America/Sao_Paulo'],
    ['舊金', 'America/Los_Angeles'],
    ['angeles', 'America/Los_Angeles'],
    ['europe/vi', 'Europe/Vienna'],
  ])('finds by %s', (text, zone) => {
    expect(zones(text)).toContain(zone);
  });

  it('begins with the names that begin so', () => {
    expect(zones('ber')[0]).toMatch(/Ber|Zurich/);
  });
});

describe('isNameOf', () => {
  it.each([
    ['new york', 'America/New_York', true],
    ['Somewhere (America/New_York)', 'America/New_York', true],
    ['ＴＯＫＹＯ', 'Asia/Tokyo', true],
    ['Osaka', 'Asia/Tokyo', false],
    ['EST', 'America/New_York', false],
  ])('of %s and %s is %s', (text, zone, is) => {
    expect(isNameOf(text, zone)).toBe(is);
  });
});
