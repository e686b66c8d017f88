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

const heard = { facts: z.array(fact), gaps: z.array(gap) };

const head = {
  version: z.literal(1),
  id: z.string().regex(/^[A-Za-z0-9._-]{1,80}$/, 'must be a plain name'),
  takenAt: z.iso.datetime(),
  accounts: z.array(account),
  regions: z.array(z.string().min(1)),
};

const snapshot = z.object({ ...head, ...heard });
const headAlone = z.object(head);
const heardAlone = z.object(heard);

/** The snapshot in a piece of parsed JSON, or the first thing that is wrong with it. Unknown extra fields are dropped. Never throws. */
export function parseSnapshot(json: unknown): ParsedSnapshot {
  if (isNewerVersion(json)) return newer(json.version);
  const result = snapshot.safeParse(json);
  return result.success ? { kind: 'snapshot', snapshot: result.data } : wrong(result.error.issues[0]);
}

/** What stands before facts and gaps, where a snapshot comes in parts. Never throws. */
export function parseHead(
  json: unknown,
): Problem | { readonly kind: 'head'; readonly head: Omit<Snapshot, 'facts' | 'gaps'> } {
  if (isNewerVersion(json)) return newer(json.version);
  const result = headAlone.safeParse(json);
  return result.success ? { kind: 'head', head: result.data } : wrong(result.error.issues[0]);
}

/** Some of its facts and gaps. `before`: how many there were in earlier parts, so that a problem says which it is. Never throws. */
export function parseHeard(
  json: unknown,
  before: { readonly facts: number; readonly gaps: number },
): Problem | { readonly kind: 'heard'; readonly heard: Pick<Snapshot, 'facts' | 'gaps'> } {
  const result = heardAlone.safeParse(json);
  if (result.success) return { kind: 'heard', heard: result.data };
  const [issue] = result.error.issues;
  const [list, index, ...path] = issue?.path ?? [];
  const isCounted = (list === 'facts' || list === 'gaps') && typeof index === 'number';
  return wrong(issue && isCounted ? { ...issue, path: [list, index + before[list], ...path] } : issue);
}

type Problem = Extract<ParsedSnapshot, { readonly kind: 'problem' }>;

function newer(version: number): Problem {
  return problem(
    `it is of version ${version}, which this program does not know: use a newer hatstack to read it`,
  );
}

function wrong(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): Problem {
  const where = issue?.path.join('.') || 'the top level';
  return problem(
    `it is not a snapshot of hatstack: at \`${where}\`, ${lowerFirst(issue?.message ?? 'unreadable')}`,
  );
}

function problem(text: string): Problem {
  return { kind: 'problem', problem: text };
}

function isNewerVersion(json: unknown): json is { version: number } {
  if (typeof json !== 'object' || json === null || !('version' in json)) return false;
  return typeof json.version === 'number' && json.version > 1;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
