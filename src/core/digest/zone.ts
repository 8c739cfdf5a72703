import { DAY_MS } from '../language/dates.ts';

/** Offsets from UTC that are zones of ours: UTC+8, UTC-3:30. Not every Node that we support takes them as zones. */
const OFFSET = /^UTC([+-])(\d{1,2})(?::(\d{2}))?$/;
const MINUTE_MS = 60_000;

/** How far a zone is ahead of UTC, in milliseconds, if it is an offset such as `UTC+5:30`; null for any other zone. */
export function offsetOf(zone: string): number | null {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (hours === undefined) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/** An offset from UTC as a zone: `UTC+8`, `UTC-3:30`, and `UTC` for none. */
export function zoneOfOffset(minutesAhead: number): string {
  if (minutesAhead === 0) return 'UTC';
  const minutes = Math.abs(minutesAhead);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `UTC${minutesAhead < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The date of an instant in a zone, YYYY-MM-DD.
 * @throws RangeError if this machine does not know the zone
 */
export function dateIn(zone: string, instant: Date): string {
  const offset = offsetOf(zone);
  if (offset !== null)
    return new Date(instant.getTime() + offset).toISOString().slice(0, 'YYYY-MM-DD'.length);
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Whether this machine knows a zone as `Schedule` writes it. */
export function isKnownZone(zone: string): boolean {
  return offsetOf(zone) !== null || databaseName(zone) !== null;
}

/**
 * The name in the IANA database, as this version of Node knows it, that a name such as `us/eastern` means.
 * @returns null if there is none
 */
export function databaseName(name: string): string | null {
  // Newer versions of Node also take an offset, which is no name.
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Names that changed in the IANA database, and that Node still lists. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** A zone as people know it today: its present name, and an offset as UTC+8 instead of Etc/GMT-8. */
export function shownZone(zone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/.exec(zone) ?? [];
  // In the database's own zones the sign is the other way round.
  if (hours !== undefined) return zoneOfOffset((sign === '-' ? 60 : -60) * Number(hours));
  if (/^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)$/.test(zone)) return 'UTC';
  return RENAMED[zone] ?? zone;
}

let known: readonly string[] | undefined;

/** All time zones that can be chosen from the IANA database, by their present names. */
export function timeZones(): readonly string[] {
  known ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(knownName)])];
  return known;
}

/** The present name of a zone, unless this machine only knows the older one. */
function knownName(zone: string): string {
  const shown = shownZone(zone);
  return shown === zone || isKnownZone(shown) ? shown : zone;
}

/** Whether the clocks of a zone change within a year from a date on. */
export function changesClocks(zone: string, from: Date): boolean {
  if (offsetOf(zone) !== null) return false;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsetAt = (at: number) =>
    format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  // In some countries the clocks change for Ramadan alone.
  const weeks = Array.from({ length: 53 }, (_, week) => offsetAt(from.getTime() + week * 7 * DAY_MS));
  return new Set(weeks).size > 1;
}
