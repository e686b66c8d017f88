// What requests of the HTTP API may hold: the server reads bodies by these shapes, and the API's document is made of them.
import { z } from 'zod';

/** What fits into a field that a person fills in. */
const LONGEST_TEXT = 30_000;
const LONGEST_LINE = 1000;
/** Of a snapshot. */
export const LONGEST_NAME = 120;
/** Nobody types more to find a name. */
export const LONGEST_SEARCH = 200;

const text = z.string().max(LONGEST_TEXT).default('');

/** What a scan shall read. */
export const scanForm = z.object({
  reach: z.enum(['organization', 'accounts', 'credentials']),
  accounts: text.describe(
    'Account ids, with commas or spaces between them; only where `reach` is `accounts`.',
  ),
  roleName: text.describe('The read-only role in every account.'),
  externalId: text,
  regions: text.describe('With commas or spaces; empty: those that each account has enabled.'),
});

/** What may be changed of a kept snapshot. */
export const snapshotChange = z.object({
  name: z
    .string()
    .trim()
    .max(LONGEST_NAME, `takes at most ${LONGEST_NAME} letters`)
    .optional()
    .describe('Empty takes the name away.'),
  isPinned: z.boolean().optional().describe('A pinned snapshot is never thrown away by retention.'),
});

const line = (what: string) =>
  z
    .string()
    .transform((given) => given.trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, `give ${what}`).max(LONGEST_LINE, `takes at most ${LONGEST_LINE} letters`));

/** Who takes the risk of a finding, why and until when. */
export const acceptance = z.object({
  finding: line('the id of a finding'),
  reason: line('a reason'),
  expires: line('the last day on which it is accepted').describe('The last day, YYYY-MM-DD, UTC.'),
  author: line('your name').optional().describe('Needed where people have no name of their own.'),
});

/** The largest file of a what-if, in characters: more than fifty policies as large as AWS takes them. */
export const LONGEST_WHAT_IF = 512 * 1024;
const name = z.string().max(3000);

/** What is asked of a what-if. */
export const whatIfAsked = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('edit'),
    snapshot: name,
    pipeline: name.describe('Its ARN, or `account.region.name`.'),
    base: name.nullable().describe('The what-if that is gone on with.'),
    policy: name.describe('As the page calls it: `trust:ARN`, `inline:ARN/name`, `resource:ARN` …'),
    text: z.string().max(LONGEST_WHAT_IF).describe('The policy as JSON text.'),
  }),
  z.object({ kind: z.literal('undo'), base: name, policy: name }),
  z.object({ kind: z.literal('file'), text: z.string().max(LONGEST_WHAT_IF) }),
  z.object({ kind: z.literal('link'), packed: z.string().max(LONGEST_WHAT_IF) }),
]);
