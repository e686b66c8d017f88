// A moment in words. UTC, because the regions of a pipeline share no other clock.

const EXACT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `24 Nov 2026, 04:06 UTC`; the text itself when it is no time. Never throws. */
export function exactTime(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : `${EXACT.format(time)} UTC`;
}
