// The body of a request, bounded and in shape.
import type { z } from 'zod';
import { problem } from './problem';

/** What a person fills in is small. */
const MOST_BYTES = 64 * 1024;

export type ReadJson<T> =
  | { readonly kind: 'body'; readonly body: T }
  | { readonly kind: 'refused'; readonly response: Response };

/** The JSON of the request in that shape, or the problem to answer with. Never throws. */
export async function readJson<T>(
  request: Request,
  shape: z.ZodType<T>,
  mostBytes = MOST_BYTES,
): Promise<ReadJson<T>> {
  const refused = (status: 400 | 413 | 415, detail: string): ReadJson<T> => ({
    kind: 'refused',
    response: problem(status, detail),
  });
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    return refused(415, 'send JSON, with `Content-Type: application/json`');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return refused(413, `send at most ${mostBytes / 1024} KB`);
  const text = await request.text().catch(() => '');
  if (text.length > mostBytes) return refused(413, `send at most ${mostBytes / 1024} KB`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused(400, 'the body is no JSON');
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return { kind: 'body', body: parsed.data };
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.') || 'the body';
  return refused(400, `\`${at}\`: ${issue?.message ?? 'is not as it must be'}`);
}
