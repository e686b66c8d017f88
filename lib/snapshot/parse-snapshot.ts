// Unknown JSON becomes a snapshot, or one line that says what is wrong with it.
import { z } from 'zod';
import type { Json } from '@/lib/base/json';
import { DENIAL_LAYERS } from '@/lib/names/denial-layer';
import type { Snapshot } from './snapshot';

export type ParsedSnapshot =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'problem'; readonly problem: string };

const account = z.string().regex(/^\d{12}$/, 'must be an account id of twelve digits');
const call = z.custom<`${string}:${string}`>(
  (value) => typeof value === 'string' && value.includes(':'),
  'must be a call such as `iam:ListRoles`',
);
const place = { account, region: z.string().min(1) };

const fact = z.object({
  kind: z.string().min(1),
  source: call,
  ...place,
  arn: z.string().nullable(),
  data: z.custom<Json>((value) => value !== undefined, 'must be there'),
});

const gap = z.object({
  source: call,
  permission: z.string(),
  ...place,
  scope: z.string().nullable(),
  cause: z.enum(['denied', 'throttled', 'unsupported', 'failed']),
  code: z.string(),
  layer: z.enum(DENIAL_LAYERS).exactOptional(),
});

const snapshot = z.object({
  version: z.literal(1),
  id: z.string().regex(/^[A-Za-z0-9._-]{1,80}$/, 'must be a plain name'),
  takenAt: z.iso.datetime(),
  accounts: z.array(account),
  regions: z.array(z.string().min(1)),
  facts: z.array(fact),
  gaps: z.array(gap),
});

/** The snapshot in a piece of parsed JSON, or the first thing that is wrong with it. Unknown extra fields are dropped. Never throws. */
export function parseSnapshot(json: unknown): ParsedSnapshot {
  if (isNewerVersion(json)) {
    return problem(
      `it is of version ${json.version}, which this program does not know: use a newer hatstack to read it`,
    );
  }
  const result = snapshot.safeParse(json);
  if (result.success) return { kind: 'snapshot', snapshot: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') || 'the top level';
  return problem(
    `it is not a snapshot of hatstack: at \`${where}\`, ${lowerFirst(issue?.message ?? 'unreadable')}`,
  );
}

function problem(text: string): ParsedSnapshot {
  return { kind: 'problem', problem: text };
}

function isNewerVersion(json: unknown): json is { version: number } {
  if (typeof json !== 'object' || json === null || !('version' in json)) return false;
  return typeof json.version === 'number' && json.version > 1;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
