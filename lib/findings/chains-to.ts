// Who can come to wear a role, from hat to hat, as things stand today.
import type { AssumeEdge } from '@/lib/iam/assume-world';
import { whoCanAssume } from '@/lib/iam/who-can-assume';
import type { Inventory } from '@/lib/model/inventory';
import type { Role } from '@/lib/model/resource';
import type { Arn } from '@/lib/names/arn';
import { assumeIndex, assumeTarget } from '@/lib/verdict/assume-index';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import type { FindingEvidence } from './finding';
import { hatWords } from './hat-words';
import type { Judged } from './rule';

/** One way to a role: `from`, then each role that is put on, the last one at the end. */
export interface ChainTo {
  readonly from: Arn;
  readonly roles: readonly Arn[];
  /** `unknown`: some step hangs on something that was not read. Steps that only the request decides are no way. */
  readonly verdict: 'allowed' | 'unknown';
  /** The statements of trust policies that let each step in. */
  readonly evidence: readonly FindingEvidence[];
}

const MOST_STEPS = 3;

/** The shortest way of every role and user to this role, of at most three steps. Never throws. */
export function chainsTo(judged: Judged, role: Role): readonly ChainTo[] {
  return judged.shelf.onceOf('chains to', role.arn, () => walk(judged, role));
}

function walk(judged: Judged, role: Role): readonly ChainTo[] {
  const found = new Map<Arn, ChainTo>();
  let front: readonly { readonly role: Role; readonly after: ChainTo | null }[] = [{ role, after: null }];
  for (let step = 0; step < MOST_STEPS && front.length > 0; step++) {
    const next: { readonly role: Role; readonly after: ChainTo | null }[] = [];
    for (const { role: target, after } of front)
      for (const edge of wearersOf(judged, target)) {
        const from = 'arn' in edge.principal ? edge.principal.arn : null;
        if (from === null || from === role.arn || found.has(from)) continue;
        const chain = extended(judged, from, target, edge, after);
        found.set(from, chain);
        const further = judged.inventory.roles.get(from);
        if (further !== undefined) next.push({ role: further, after: chain });
      }
    front = next;
  }
  return [...found.values()];
}

function extended(
  { inventory, shelf }: Judged,
  from: Arn,
  target: Role,
  { decision }: AssumeEdge,
  after: ChainTo | null,
): ChainTo {
  const source = trustPolicy(inventory, shelf, target.arn)?.source;
  const opening = decision.evidence.filter((one) => one.layer === 'resource' && one.effect === 'Allow');
  const isUnknown = decision.verdict === 'unknown' || after?.verdict === 'unknown';
  return {
    from,
    roles: [target.arn, ...(after?.roles ?? [])],
    verdict: isUnknown ? 'unknown' : 'allowed',
    evidence: [
      ...(source === undefined ? [] : opening.map(({ statement }) => ({ source, statement }))),
      ...(after?.evidence ?? []),
    ],
  };
}

/** Roles and users that can put it on in one step; asked once for each role. */
function wearersOf({ inventory, shelf }: Judged, role: Role): readonly AssumeEdge[] {
  return shelf.onceOf('wearers of', role.arn, () =>
    whoCanAssume(assumeIndex(inventory, shelf), assumeTarget(inventory, shelf, role)).filter(
      ({ decision }) => decision.verdict === 'allowed' || decision.verdict === 'unknown',
    ),
  );
}

/** `acme-dev/developer → acme-tools/ci → acme-prod/deploy`. Never throws. */
export function chainWords(inventory: Inventory, { from, roles }: ChainTo): string {
  return [from, ...roles].map((arn) => hatWords(inventory, arn)).join(' → ');
}
