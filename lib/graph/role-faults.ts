// What is wrong with a role itself, beside what its policies say.
import type { Inventory } from '@/lib/model/inventory';
import type { Role } from '@/lib/model/resource';
import type { Arn } from '@/lib/names/arn';
import type { StructureFault } from './hop';

const DOCS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length';
/** Characters in all inline policies of a role together, white space not counted. */
const INLINE_LIMIT = 10_240;
const NEAR = 0.9;

const LENGTHS = new WeakMap<Role, number>();

/** Counted once for each role: every action of a pipeline asks about the pipeline's. */
function inlineLength(role: Role): number {
  const kept = LENGTHS.get(role);
  if (kept !== undefined) return kept;
  const texts = role.inline.map(({ document }) => JSON.stringify(document ?? null));
  const whole = texts.reduce((sum, text) => sum + text.length, 0);
  // White space is looked for only where it could matter.
  const length =
    whole < INLINE_LIMIT * NEAR
      ? whole
      : texts.reduce((sum, text) => sum + text.replace(/\s/g, '').length, 0);
  LENGTHS.set(role, length);
  return length;
}

/** Inline policies that come near AWS's limit: nothing is missing until the next statement does not fit. Never throws. */
export function roleFaults(inventory: Inventory, role: Arn): readonly StructureFault[] {
  const found = inventory.roles.get(role);
  if (found === undefined) return [];
  const length = inlineLength(found);
  if (length < INLINE_LIMIT * NEAR) return [];
  return [
    {
      rule: 'inline-policies-near-limit',
      sentence: `the inline policies of ${found.name} take ${length} of the ${INLINE_LIMIT} characters that AWS allows, so the next statement may not fit`,
      source: DOCS,
      certain: false,
    },
  ];
}
