// With what a judgement was made: the snapshot, the settings and the program. Another of these, and it is made anew.
import { createHash } from 'node:crypto';
import type { Settings } from '@/lib/analysis/settings';

/** The key of a judgement; null where the program does not know from which sources it was built, as in tests and while it is being
 *  developed: then nothing is kept. `build` is put in by the build. Never throws. */
export function judgementKey(
  snapshot: string,
  settings: Settings,
  build: string | undefined = process.env.HATSTACK_BUILD,
): string | null {
  if (build === undefined || build === '') return null;
  return digestOf(JSON.stringify([snapshot, settings, build]));
}

/** SHA-256, base64url. Never throws. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
