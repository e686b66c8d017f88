// Sends JSON to addresses of the user's own: patiently, and without ever telling an address, since it may hold a secret.
import { setTimeout as wait } from 'node:timers/promises';

export interface PostOptions {
  /** One attempt takes no longer. */
  readonly timeoutMs: number;
  /** Before the second attempt, the third, and so on; one more attempt than pauses is made. */
  readonly pausesMs: readonly number[];
}

const USUAL: PostOptions = { timeoutMs: 10_000, pausesMs: [1000, 5000] };

export type Posted =
  | { readonly kind: 'sent'; readonly host: string }
  /** `why` in words, without the address. */
  | { readonly kind: 'failed'; readonly host: string; readonly why: string };

/** Posts the body. An answer of 4xx, but for 408 and 429, is not tried again; redirects are not followed. Never throws. */
export async function postJson(url: string, body: object, options: PostOptions = USUAL): Promise<Posted> {
  const { host } = new URL(url);
  let why = '';
  for (const pause of [0, ...options.pausesMs]) {
    if (pause > 0) await wait(pause);
    const status = await attempt(url, body, options.timeoutMs);
    if (typeof status === 'number' && status >= 200 && status < 300) return { kind: 'sent', host };
    why = typeof status === 'number' ? `it answered ${status}` : status;
    const isFinal =
      typeof status === 'number' && status >= 300 && status < 500 && status !== 408 && status !== 429;
    if (isFinal) break;
  }
  return { kind: 'failed', host, why };
}

/** @returns the status, or why there is none */
async function attempt(url: string, body: object, timeoutMs: number): Promise<number | string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return isLate ? `it did not answer within ${timeoutMs / 1000} s` : 'it cannot be reached';
  }
}
