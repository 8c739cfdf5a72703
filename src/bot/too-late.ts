/** "You must send an initial response within 3 seconds"; what is left of it then is less than an answer takes. */
const ANSWERABLE_MS = 2900;
/** In which two clocks drift apart by less than anybody notices. */
const SPAN_MS = 5 * 60_000;

/**
 * Tells which interactions waited so long for their turn that Discord takes no answer any more. A bot that answers
 * those too, after a rush or a pause of the machine, comes too late to every later one as well.
 *
 * Discord's clock and ours need not agree: an interaction is as old as it seems, less what the youngest one of late
 * seemed to be.
 * @param now milliseconds of a clock that nobody sets
 * @returns takes the time when Discord made an interaction
 */
export function tooLate(now = () => performance.now()): (madeAt: number) => boolean {
  let [youngest, youngestBefore, since] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, now()];
  return (madeAt) => {
    const at = now();
    const seeming = at - madeAt;
    if (at - since > SPAN_MS) {
      youngestBefore = at - since > 2 * SPAN_MS ? Number.POSITIVE_INFINITY : youngest;
      [youngest, since] = [Number.POSITIVE_INFINITY, at];
    }
    youngest = Math.min(youngest, seeming);
    return seeming - Math.min(youngest, youngestBefore) > ANSWERABLE_MS;
  };
}
