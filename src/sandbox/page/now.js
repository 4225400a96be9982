// The time of the pretend Telegram: this machine's, moved ahead. It moves nothing itself.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Cambodia knows no summer time.
const EAST = 7 * HOUR;

let ahead = 0;

/** Takes over the moment that it is there (milliseconds since 1970). */
export function setNow(milliseconds) {
  if (Number.isFinite(milliseconds)) ahead = milliseconds - Date.now();
}

/** The present moment there, milliseconds since 1970. */
export function now() {
  return Date.now() + ahead;
}

/** Seconds until it is next that full hour in Cambodia; never 0. */
export function secondsUntil(hour) {
  const since = (now() + EAST - hour * HOUR) % DAY;
  return Math.ceil((DAY - since) / 1000);
}
