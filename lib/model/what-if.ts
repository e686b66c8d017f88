// What if these policies said something else: edits that somebody thinks of, as they are shared in a file.
import { z } from 'zod';
import { fingerprint } from '@/lib/base/fingerprint';
import type { Json } from '@/lib/base/json';
import type { PolicyEdit } from './overlay';

export interface WhatIfEdit extends PolicyEdit {
  /** The fingerprint of the text that was edited; null: there was no policy. */
  readonly madeFrom: string | null;
}

export interface WhatIf {
  /** The snapshot that was looked at. It can be tried on another: what counts is the text that was edited. */
  readonly snapshot: string;
  /** One for each place. */
  readonly edits: readonly WhatIfEdit[];
}

export const WHAT_IF_VERSION = 1;
export const MOST_EDITS = 50;

/** What an edit is made from. Never throws. */
export function madeFrom(document: Json | null): string | null {
  return document === null ? null : fingerprint(document);
}

const arn = z.string().max(2048).regex(/^arn:/, 'is no ARN');

const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('trust'), role: arn }),
  z.strictObject({ kind: z.literal('inline'), owner: arn, name: z.string().min(1).max(128) }),
  z.strictObject({ kind: z.literal('managed'), policy: arn }),
  z.strictObject({ kind: z.literal('bucket'), bucket: arn }),
  z.strictObject({ kind: z.literal('key'), key: arn }),
  z.strictObject({ kind: z.literal('resource'), resource: arn }),
  z.strictObject({ kind: z.literal('guardrail'), policy: arn }),
]);

const shape = z.strictObject({
  kind: z.literal('hatstack-what-if', { error: 'is not `hatstack-what-if`' }),
  version: z.literal(WHAT_IF_VERSION, {
    error: `is not ${WHAT_IF_VERSION}: another version of Hatstack wrote it`,
  }),
  snapshot: z.string().max(500),
  edits: z
    .array(
      z.strictObject({
        place,
        madeFrom: z
          .string()
          .regex(/^[0-9a-f]{16}$/, 'is no fingerprint')
          .nullable(),
        document: z.record(z.string(), z.json()),
      }),
    )
    .min(1, 'has no edit')
    .max(MOST_EDITS, `has more than ${MOST_EDITS} edits`),
});

/** The what-if that a file's JSON holds, or one line on what is wrong with it. Never throws. */
export function readWhatIf(
  json: unknown,
):
  | { readonly kind: 'what-if'; readonly whatIf: WhatIf }
  | { readonly kind: 'problem'; readonly problem: string } {
  const read = shape.safeParse(json);
  if (read.success) {
    const { snapshot, edits } = read.data;
    return { kind: 'what-if', whatIf: { snapshot, edits: edits as readonly WhatIfEdit[] } };
  }
  const [issue] = read.error.issues;
  const at = issue?.path.join('.') ?? '';
  return { kind: 'problem', problem: `\`${at || 'the file'}\` ${issue?.message ?? 'is not as it must be'}` };
}

/** The JSON of its file. Never throws. */
export function whatIfJson({ snapshot, edits }: WhatIf): Json {
  return {
    kind: 'hatstack-what-if',
    version: WHAT_IF_VERSION,
    snapshot,
    edits: edits.map(({ place: at, madeFrom: from, document }) => ({
      place: { ...at },
      madeFrom: from,
      document,
    })),
  };
}
