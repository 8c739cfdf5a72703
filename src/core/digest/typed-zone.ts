import { nameForm } from '../language/name-form.ts';
import { hasHan, normalise } from '../language/text.ts';
import { runToEnd, type Steps } from '../steps.ts';
import { databaseName, offsetOf, shownZone, timeZones, zoneOfOffset } from './zone.ts';
import { ZONE_NAMES } from './zone-names.ts';

/** A name by which people call a zone, or several zones. */
export interface ZoneName {
  /** As it is usually written. */
  name: string;
  /** The form in which it is compared. */
  form: string;
  zones: readonly string[];
}

/**
 * Reads a time zone as people type it: an IANA name in any case, with spaces or underscores, current or older; a city or
 * country in English or Chinese, with or without accents; an abbreviation such as EST; an offset such as UTC+8 or 东八区.
 * @returns the zones that can be meant, as `Schedule` writes them: none, one, or several
 */
export function zonesMeant(typed: string): readonly string[] {
  const text = typed.normalize('NFKC').trim();
  const offset = readOffset(text);
  if (offset !== null) return [offset];
  const whole = zonesCalled(text);
  if (whole.length > 0) return whole;
  const windows = WINDOWS.exec(text)?.groups?.places;
  if (windows !== undefined) return zonesCalled(windows.split(/[,(]/)[0] ?? '');
  // What completion shows has the zone in brackets.
  const [, before = '', inside = '', after = ''] = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(text) ?? [];
  if (inside === '') return zonesInPlaces(text);
  const bracketed = zonesMeant(inside);
  const outside = zonesMeant(`${before} ${after}`);
  // A city says more than the offset that it has now.
  const isOffset = bracketed.some((zone) => zone === 'UTC' || offsetOf(zone) !== null);
  return bracketed.length === 1 && !(isOffset && outside.length === 1) ? bracketed : outside;
}

/** As Windows lists zones: "(UTC-05:00) Eastern Time (US & Canada)". All the places after the offset have the same clocks. */
const WINDOWS = /^\(UTC(?:[+-]\d\d:\d\d)?\) ?(?<places>.+)$/i;

/** Nobody needs more to say where they are. */
const MOST_PLACES = 4;

/** New York, USA; Paris, France; Beijing, Shanghai: the zones that every part can mean. */
function zonesInPlaces(text: string): readonly string[] {
  const parts = text
    .split(/[,;、]/u)
    .map((part) => part.trim())
    .filter((part) => readOffset(part) === null);
  if (parts.length > MOST_PLACES) return [];
  const [first = [], ...others] = parts.map(zonesCalled);
  return first.filter((zone) => others.every((zones) => zones.includes(zone)));
}

/** Whether what was typed is a zone's own name, or that of its city alone: New York for America/New_York. */
export function isNameOf(typed: string, zone: string): boolean {
  const city = zone.split('/').at(-1) ?? zone;
  return typed.includes(zone) || [zone, city].some((name) => formOf(name) === formOf(typed));
}

function zonesCalled(text: string): readonly string[] {
  const form = formOf(text);
  const names = zoneNames();
  const found = names.get(form) ?? names.get(withoutTime(form));
  if (found) return found.zones;
  if (form === '') return [];
  const older = databaseName(text.replace(/\s+/g, '_'));
  if (older !== null) return [shownZone(older)];
  // Asia/Beijing, Europe/Munich: a city where the database would have it.
  const [, city = ''] = /^[a-z]+\/([^/]+)$/i.exec(text) ?? [];
  return city === '' ? zonesUnicodeCalls(withoutTime(form)) : zonesCalled(city);
}

/** The zones that Unicode's data call so in a language: a country that has one zone, or a large city. */
function zonesUnicodeCalls(form: string): readonly string[] {
  return (
    languagesOf(form)
      .map((each) => runToEnd(unicodeNameSteps(each)).get(form) ?? [])
      .find((zones) => zones.length > 0) ?? []
  );
}

/** The languages in which Unicode's data are asked for a name. */
function languagesOf(form: string): readonly string[] {
  // In American English some countries are called by an abbreviation that they share with America.
  return hasHan(form) ? ['zh-CN', 'zh-TW'] : ['en-001'];
}

/**
 * Makes, in steps, what reading a typed zone needs: it takes a quarter of a second for each language the first time that a
 * name is typed.
 */
export function* zoneSteps(typed: string): Steps<void> {
  yield;
  zoneNames();
  yield;
  // A zone that our lists have needs no more, unless it stands beside something else.
  if (zoneNames().has(formOf(typed)) || readOffset(typed) !== null) return;
  for (const language of languagesOf(typed)) yield* unicodeNameSteps(language);
}

const unicode = new Map<string, ReadonlyMap<string, readonly string[]>>();
/** In a year without changes of clocks, a name would be that of standard time. */
const SUMMER = Date.UTC(2026, 6, 1);

/** Made when a name is asked for that no list of ours has: it takes a quarter of a second. */
function* unicodeNameSteps(language: string): Steps<ReadonlyMap<string, readonly string[]>> {
  const known = unicode.get(language);
  if (known) return known;
  const names = new Map<string, string[]>();
  for (const zone of timeZones()) {
    yield;
    const name = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' })
      .formatToParts(SUMMER)
      .find(({ type }) => type === 'timeZoneName')?.value;
    // A zone without a name of its own is called by its offset.
    if (name === undefined || /\d/.test(name)) continue;
    const form = withoutTime(formOf(name));
    names.set(form, [...(names.get(form) ?? []), zone]);
  }
  unicode.set(language, names);
  return names;
}

/** Eastern Standard Time → eastern; 北京时间 → 北京; 台北市 → 台北. */
function withoutTime(form: string): string {
  return form
    .replace(/^(?:the)?timein/, '')
    .replace(/(?:标准|夏令|冬令)?(?:时间|时区|时)$/u, '')
    .replace(/(?:standard|daylight(?:savings?)?|summer|winter|local)?time(?:zone)?$/, '')
    .replace(/市$/u, '');
}

/** The form in which names are compared; the parts of a name of the database stay apart. */
function formOf(name: string): string {
  return name.split('/').map(nameForm).join('/');
}

let named: ReadonlyMap<string, ZoneName> | undefined;

function zoneNames(): ReadonlyMap<string, ZoneName> {
  named ??= new Map([...citiesOfDatabase(), ...usualNames()].map((each) => [each.form, each]));
  return named;
}

/** The names of the database, whole and by their cities alone: America/New_York, New York. */
function citiesOfDatabase(): ZoneName[] {
  const cities = new Map<string, string[]>();
  for (const zone of timeZones()) {
    const city = zone.split('/').at(-1) ?? zone;
    cities.set(city, [...(cities.get(city) ?? []), zone]);
  }
  return [
    ...timeZones().map((zone) => ({ name: zone, form: formOf(zone), zones: [zone] })),
    ...Array.from(cities, ([city, zones]) => ({
      name: city.replaceAll('_', ' '),
      form: formOf(city),
      zones,
    })),
  ];
}

function usualNames(): ZoneName[] {
  return ZONE_NAMES.split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [zones = '', names = ''] = line.split(/: (.*)/);
      return names.split(', ').map((name) => ({ name, form: formOf(name), zones: zones.split(' ') }));
    });
}

/**
 * The names that contain what was typed, first those that begin with it. Names of the database are among them, whole and
 * by their cities.
 */
export function zoneNamesContaining(typed: string): ZoneName[] {
  const wanted = formOf(typed);
  const found = [...zoneNames().values()].filter(({ form }) => form.includes(wanted));
  const begins = ({ form }: ZoneName) => form.startsWith(wanted) || form.includes(`/${wanted}`);
  return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}

const CHINESE_HOURS = '零一二三四五六七八九十';

/** UTC+8, GMT +05:30, +0800, utc-5, 东八区 → UTC+8 … */
function readOffset(text: string): string | null {
  const plain = normalise(text)
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/g, '');
  const [, signOfDecimal, decimal] = /^(?:utc|gmt)?([+-])(\d{1,2}[.,]\d{1,2})$/.exec(plain) ?? [];
  if (decimal !== undefined)
    return offsetWithin((signOfDecimal === '-' ? -60 : 60) * Number(decimal.replace(',', '.')));
  const [, sign, digits, minutes = '0'] =
    /^(?:(?:utc|gmt|z)(?=[+\d-]))?([+-]?)(\d{1,2}?)(?::?(\d{2}))?(?:h|hours?)?$/.exec(plain) ?? [];
  if (digits !== undefined && (sign !== '' || /^(?:utc|gmt)/.test(plain)))
    return offsetWithin((sign === '-' ? -1 : 1) * (Number(digits) * 60 + Number(minutes)));
  const [, side, hours = '', half] =
    /^(?:utc|gmt)?([东西])(十[一二]?|[一二三四五六七八九]|\d{1,2})(?:时)?区(半)?$/u.exec(plain) ?? [];
  if (side === undefined) return null;
  const count = /\d/.test(hours)
    ? Number(hours)
    : [...hours].reduce((sum, sign) => sum + CHINESE_HOURS.indexOf(sign), 0);
  return offsetWithin((side === '西' ? -1 : 1) * (count * 60 + (half ? 30 : 0)));
}

/** No place on Earth is further than that from UTC, or at odd minutes. */
function offsetWithin(minutes: number): string | null {
  return minutes >= -12 * 60 && minutes <= 14 * 60 && minutes % 15 === 0 ? zoneOfOffset(minutes) : null;
}
