// Names a new snapshot.
import { randomBytes } from 'node:crypto';

/** `2026-11-24T04-06-00Z-1f3a`: sorts by time, fits a file name. */
export function snapshotId(began: Date): string {
  const time = began.toISOString().slice(0, 19).replaceAll(':', '-');
  return `${time}Z-${randomBytes(2).toString('hex')}`;
}
