import { isNameOf, zonesMeant } from '../../src/core/digest/typed-zone.ts';
import { changesClocks, offsetOf, shownZone } from '../../src/core/digest/zone.ts';
import { type Localised, localised } from '../../src/core/language/locale.ts';
import { joined, type Message } from '../../src/messages/message.ts';

/** The zone that was typed, as `Schedule` writes it, or what is wrong with it. */
export function zoneTyped(typed: string): string | Message {
  const [zone, ...others] = zonesMeant(typed);
  if (zone === undefined) return { key: 'failure.zone', values: { value: typed } };
  if (others.length === 0) return zone;
  const zones = joined([zone, ...others].map(fullZoneName));
  return { key: 'failure.zone-which', values: { value: typed, zones } };
}

/**
 * Says as what zone something was taken that is not the zone's own name, and whether the clocks change there.
 * @returns null if it is the zone's own name
 */
export function zoneNote(typed: string, zone: string, now: Date): Message | null {
  if (isNameOf(typed, zone)) return null;
  if (offsetOf(zone) !== null || zone === 'UTC') return { key: 'digest.zone-offset', values: { zone } };
  const values = { value: typed, zone: fullZoneName(zone) };
  return { key: changesClocks(zone, now) ? 'digest.zone-summer' : 'digest.zone-same', values };
}

/** In a year without changes of clocks, a zone's name would be that of its standard time. */
const SUMMER = Date.UTC(2026, 6, 1);

/** A zone with the name that readers of each language have for its time: Eastern Time (America/New_York). */
function fullZoneName(zone: string): Localised {
  const shown = shownZone(zone);
  if (offsetOf(shown) !== null || shown === 'UTC') return localised(() => shown);
  return localised((locale) => {
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
      .formatToParts(SUMMER)
      .find(({ type }) => type === 'timeZoneName')?.value;
    if (name === undefined || name.startsWith('GMT')) return shown;
    return locale === 'en' ? `${name} (${shown})` : `${name}\uFF08${shown}\uFF09`;
  });
}
