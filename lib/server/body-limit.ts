// How much a request may bring, and how long it may take over it.

/** The largest body, in bytes; `next.config.mjs` lets as much through to the routes (a test sees to it). */
export const MOST_BYTES = 64 * 1024 * 1024;

export type ReadBody =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' | 'too-slow' | 'broken-off' };

/** The whole body of a request, read until it has more than `mostBytes` or takes longer than `withinMs`.
 *  For every route that takes a file: it answers 413 to too-large, 408 to too-slow, 400 to broken-off. Never throws. */
export async function readBody(
  request: Request,
  { mostBytes = MOST_BYTES, withinMs = 60_000 }: { mostBytes?: number; withinMs?: number } = {},
): Promise<ReadBody> {
  const reader = request.body?.getReader();
  if (reader === undefined) return { kind: 'bytes', bytes: new Uint8Array() };
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void reader.cancel().catch(() => undefined);
  }, withinMs);
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > mostBytes) {
        void reader.cancel().catch(() => undefined);
        return { kind: 'too-large' };
      }
      parts.push(next.value);
    }
    return isLate ? { kind: 'too-slow' } : { kind: 'bytes', bytes: Buffer.concat(parts) };
  } catch {
    return { kind: isLate ? 'too-slow' : 'broken-off' };
  } finally {
    clearTimeout(timer);
  }
}
