// When scans start by themselves: `every 6h`, `every 30m`, or `at 02:00, 14:00`, in UTC.

export type Schedule =
  | { readonly kind: 'every'; readonly minutes: number }
  /** Minutes after midnight UTC, ascending. */
  | { readonly kind: 'at'; readonly minutes: readonly number[] };

const MINUTE_MS = 60_000;
const DAY = 24 * 60;
/** More often than that, one scan would hardly end before the next. */
const SHORTEST = 15;

/** The schedule, or null for a text that is none. Never throws. */
export function readSchedule(text: string): Schedule | null {
  const every = /^every (\d{1,4}) ?(m|h)$/.exec(text.trim());
  if (every !== null) {
    const minutes = Number(every[1]) * (every[2] === 'h' ? 60 : 1);
    return minutes >= SHORTEST && minutes <= 7 * DAY ? { kind: 'every', minutes } : null;
  }
  const at = /^at (\d\d:\d\d(?:[ ,]+\d\d:\d\d)*)$/.exec(text.trim());
  if (at === null) return null;
  const minutes = (at[1] ?? '').split(/[ ,]+/).map(minutesOf);
  if (minutes.some(Number.isNaN)) return null;
  return { kind: 'at', minutes: [...new Set(minutes)].sort((a, b) => a - b) };
}

/** The first moment after this one. `every` counts from midnight of 1 January 1970 UTC, so that it needs no memory and several
 *  servers agree. Never throws. */
export function nextRun(schedule: Schedule, after: Date): Date {
  if (schedule.kind === 'every') {
    const step = schedule.minutes * MINUTE_MS;
    return new Date((Math.floor(after.getTime() / step) + 1) * step);
  }
  const midnight = Math.floor(after.getTime() / (DAY * MINUTE_MS)) * DAY * MINUTE_MS;
  const today = schedule.minutes.map((minutes) => midnight + minutes * MINUTE_MS);
  const [first = midnight] = today;
  return new Date(today.find((time) => time > after.getTime()) ?? first + DAY * MINUTE_MS);
}

function minutesOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  if (hours === undefined || minutes === undefined || hours > 23 || minutes > 59) return Number.NaN;
  return hours * 60 + minutes;
}
