// The least identity policy of a role: what its pipelines need of what it is granted, and what may not be cut off because nobody knows.
import type { Json } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import type { PolicyChange } from '@/lib/fixes/fix';
import { coversAction } from '@/lib/iam/match-action';
import type { Policy } from '@/lib/iam/policy';
import type { Role } from '@/lib/model/resource';
import type { Arn } from '@/lib/names/arn';
import { principalPolicies } from '@/lib/verdict/principal-policies';
import { missingPiece, oneOrList, pieceOf, statementsOf } from './pieces';
import type { RoleNeed, RoleUse } from './role-needs';
import { enough, isOpen, servingIn } from './serving';
import { type StatementUse, statementUse } from './statement-use';

export interface LeastIdentity {
  readonly uses: readonly StatementUse[];
  /** Needs that nothing of the role's own side allows, and that cannot be done without. */
  readonly missing: readonly RoleNeed[];
  /** One inline policy instead of all others; null where some policy was not read, or nothing is needed. */
  readonly change: PolicyChange | null;
  /** What else is to be taken off the role, so that the new policy is all there is. */
  readonly removes: { readonly inline: readonly string[]; readonly attached: readonly Arn[] };
  /** How many of its statements are kept because what they serve is not known. */
  readonly kept: number;
  /** Why there is no policy, where there is none. */
  readonly open: string | null;
}

export const LEAST_NAME = 'least-privilege';

/** Reads what is granted, and narrows it. Never throws. */
export function leastIdentity(judged: Judged, role: Role, use: RoleUse): LeastIdentity {
  const { identity } = principalPolicies(judged.inventory, judged.shelf, {
    kind: 'role',
    arn: role.arn,
    account: role.account,
  });
  const policies = identity.flatMap(({ policy }) => (policy.kind === 'policy' ? policy : []));
  const unread = identity.filter(({ policy }) => policy.kind === 'unread').map(({ source }) => source.title);
  const serving = new Map(
    use.makes.map((need) => [need, servingIn(judged, need.judged, 'identity', policies)]),
  );
  const uses = identity.flatMap(({ policy, source }) =>
    policy.kind === 'unread'
      ? []
      : policy.statements
          .filter(({ effect }) => effect !== 'Deny')
          .map((statement) => {
            const serves = use.makes.filter((need) =>
              serving.get(need)?.some((one) => one.statement === statement),
            );
            return statementUse(source, { statement }, serves);
          }),
  );
  const missing = use.makes.filter(
    (need) => need.essential && serving.get(need)?.length === 0 && failsOnOwnSide(need),
  );
  const isKnown = use.code.length === 0;
  // What is kept whole need not be said again.
  const needed = [
    ...use.makes.flatMap((need) =>
      isOpen(need.judged) || !isKnown ? [] : enough(serving.get(need) ?? []).map((one) => pieceOf(need, one)),
    ),
    ...missing.map(missingPiece),
  ];
  const kept = policies.flatMap((policy) => keptOf(policy, use, isKnown));
  const added = [
    ...statementsOf(needed),
    ...kept.map((statement, index) => ({ ...statement, Sid: `KeptCannotTell${index + 1}` })),
    ...policies.flatMap(deniesOf),
  ];
  const nothing = { uses, missing, removes: NOTHING, kept: kept.length };
  if (unread.length > 0) return { ...nothing, change: null, open: `${unread.join(', ')}: not read` };
  if (added.length === 0) return { ...nothing, change: null, open: null };
  const after: Json = { Version: '2012-10-17', Statement: added };
  return {
    uses,
    missing,
    kept: kept.length,
    open: null,
    change: { place: { kind: 'inline', owner: role.arn, name: LEAST_NAME }, before: null, after, added },
    removes: {
      inline: role.inline.map(({ name }) => name).filter((name) => name !== LEAST_NAME),
      attached: role.attached,
    },
  };
}

const NOTHING: LeastIdentity['removes'] = { inline: [], attached: [] };

/** Within one account, where the other side does not let it either, the own side is what is to be mended. */
function failsOnOwnSide({ judged }: RoleNeed): boolean {
  if (judged.verdict !== 'denied' || isOpen(judged)) return false;
  const { sides } = judged.explain();
  return sides.crossAccount ? sides.principal === 'denied' : judged.decision.by === 'identity';
}

/** What is not cut off: everything, where a program or template that we cannot read may need it; else what speaks of a request that
 *  cannot be known, for that action alone. What cannot be read is kept as it is. */
function keptOf(
  policy: Policy,
  { makes }: RoleUse,
  isKnown: boolean,
): readonly { readonly [key: string]: Json }[] {
  return policy.statements.flatMap(({ effect, unreadable, actions, source }) => {
    if (effect === 'Deny') return [];
    if (!isKnown || effect === 'unreadable' || unreadable.length > 0 || actions === null) return [source];
    const open = makes
      .filter(({ judged }) => isOpen(judged) && coversAction(actions, judged.need.action.toLowerCase()))
      .map(({ judged }) => judged.need.action);
    if (open.length === 0) return [];
    const { NotAction: _, ...rest } = source;
    return [{ ...rest, Action: oneOrList([...new Set(open)].sort()) }];
  });
}

/** What forbids stays: without it another policy could let more through. */
function deniesOf(policy: Policy): readonly Json[] {
  return policy.statements.flatMap(({ effect, source }) => (effect === 'Deny' ? [source] : []));
}
