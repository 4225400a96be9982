// The time of the pretend Telegram: this machine's, moved ahead. It moves nothing itself.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Cambodia knows no summer time.
const EAST = 7 * HOUR;
const MONDAY = 1;

let ahead = 0;

/** Takes over the moment that it is there (milliseconds since 1970). */
export function setNow(milliseconds) {
  if (Number.isFinite(milliseconds)) ahead = milliseconds - Date.now();
}

/** The present moment there, milliseconds since 1970. */
export function now() {
  return Date.now() + ahead;
}

/** Seconds until it is next that full hour in Cambodia, or that hour `tomorrow` or on the next `monday`; never 0. */
export function secondsUntil(hour, on) {
  const local = now() + EAST;
  const days = on === 'tomorrow' ? 1 : on === 'monday' ? daysToMonday(hour) : (local % DAY) >= hour * HOUR ? 1 : 0;
  return Math.max(1, Math.ceil((days * DAY + hour * HOUR - (local % DAY)) / 1000));
}

/** The date in Cambodia so many days after `today` or after the next `monday` (of which it is not eight o'clock yet). */
export function dateOn(day, after = 0) {
  const days = after + (day === 'monday' ? daysToMonday(8) : 0);
  const date = new Date(now() + EAST + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A date as machines write it. */
export function isoDate({ year, month, day }) {
  return [year, month, day].map((number) => String(number).padStart(2, '0')).join('-');
}

function daysToMonday(hour) {
  const local = now() + EAST;
  const days = (7 + MONDAY - new Date(local).getUTCDay()) % 7;
  return days === 0 && (local % DAY) >= hour * HOUR ? 7 : days;
}
