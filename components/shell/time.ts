// Time in words: how long ago.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The age of something in one unit, `12 min`, `3 h`, `2 days`; `moments` under a minute. Never throws. */
export function age(at: string, now: string): string {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(at)) / 1000);
  if (seconds < MINUTE) return 'moments';
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  return counted(Math.floor(seconds / DAY), 'day');
}

/** Whether a snapshot is older than a day. Never throws. */
export function isStale(at: string, now: string): boolean {
  return Date.parse(now) - Date.parse(at) > DAY * 1000;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
