// Steps through a trust policy: who may rewrite that of a hat lets itself in.
import type { Judged } from '@/lib/findings/rule';
import { edgeOf } from '@/lib/iam/assume-world';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { Role, User } from '@/lib/model/resource';
import { type Arn, parseArn } from '@/lib/names/arn';
import { assumeTarget, wholeAssumeIndex } from '@/lib/verdict/assume-index';
import { verdictAtWill } from '@/lib/verdict/at-will';
import { ask } from './ask';
import { holdersIn, mayHoldAll, ownRolesIn } from './people';
import { saidOf } from './said';
import { type Said, type Step, worstOf } from './step';

const ACTION = 'iam:UpdateAssumeRolePolicy';

/** The roles of its account of which the principal may rewrite the trust policy, and which it could then put on: naming it there is
 *  enough within one account, unless a boundary, a guardrail or a Deny of its own keeps it out. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
 *  @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export function rewritesFrom(judged: Judged, principal: Role | User): readonly Step[] {
  if (!mayHoldAll(judged, principal, [ACTION]) || onAny(judged, principal) === null) return [];
  return ownRolesIn(judged, principal.account).flatMap((role) => rewriteStep(judged, principal, role) ?? []);
}

/** Those who come to wear the role in this way. Never throws. */
export function rewritesTo(judged: Judged, role: Role): readonly Step[] {
  if (!ownRolesIn(judged, role.account).includes(role)) return [];
  return holdersIn(judged, role.account, [ACTION]).flatMap(
    (principal) => rewriteStep(judged, principal, role) ?? [],
  );
}

function rewriteStep(judged: Judged, principal: Role | User, role: Role): Step | null {
  if (principal.arn === role.arn) return null;
  return judged.shelf.onceOf(`rewrite ${role.arn}`, principal.arn, () => {
    const any = onAny(judged, principal);
    if (any === null) return null;
    const rewrites = any.verdict === 'allowed' ? any : on(judged, principal, role.arn);
    const enters = rewrites === null ? null : entersAfterwards(judged, principal, role);
    if (rewrites === null || enters === null) return null;
    return {
      kind: 'rewrites',
      from: { kind: principal.kind, id: principal.arn, account: principal.account },
      to: role.arn,
      pipeline: null,
      service: null,
      verdict: worstOf([rewrites.verdict, enters.verdict]),
      halves: rewrites.halves,
      open: [...new Set([...rewrites.open, ...enters.open])],
    };
  });
}

/** On whichever role: where that is allowed of all, none has to be asked about by itself. */
function onAny(judged: Judged, principal: Role | User): Said | null {
  return judged.shelf.onceOf('rewrites any trust', principal.arn, () => {
    const partition = parseArn(principal.arn)?.partition ?? 'aws';
    return on(judged, principal, `arn:${partition}:iam::${principal.account}:role/*`);
  });
}

function on(judged: Judged, principal: Role | User, resource: Arn): Said | null {
  return ask(judged, principal, {
    action: ACTION,
    resource,
    account: principal.account,
    region: 'us-east-1',
  });
}

/** Whether it could put the role on, did the trust policy name it. */
function entersAfterwards({ inventory, shelf }: Judged, principal: Role | User, role: Role): Said | null {
  const index = wholeAssumeIndex(inventory, shelf);
  const actor = index.byArn.get(principal.arn);
  if (actor === undefined) return null;
  const trust = shelf.onceOf('trust of one', principal.arn, () =>
    parsePolicy('rewritten trust policy', 'resource', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: principal.arn }, Action: 'sts:AssumeRole' }],
    }),
  );
  const edge = edgeOf(index.world, actor, { ...assumeTarget(inventory, shelf, role), trust });
  if (edge === null) return null;
  return saidOf(edge.decision, verdictAtWill(edge.decision), () => undefined, []);
}
