// Steps by sts:AssumeRole: those whose own policies and the hat's trust policy both let them, as both stand today.

import type { Judged } from '@/lib/findings/rule';
import { FOREIGN_ACCOUNT, strangerPutsOn } from '@/lib/findings/stranger';
import type { AssumeEdge } from '@/lib/iam/assume-world';
import { edgeOf, type Target } from '@/lib/iam/assume-world';
import { candidateStatements } from '@/lib/iam/evaluate-policy';
import type { Principal } from '@/lib/iam/request';
import { type Trusted, trustedBy } from '@/lib/iam/trusted';
import { whatCanAssume, whoCanAssume } from '@/lib/iam/who-can-assume';
import type { Role, User } from '@/lib/model/resource';
import { type AccountId, type Arn, arnAccount } from '@/lib/names/arn';
import { assumeTarget, wholeAssumeIndex } from '@/lib/verdict/assume-index';
import { verdictAtWill } from '@/lib/verdict/at-will';
import { blameIam } from '@/lib/verdict/gaps';
import type { PolicySource } from '@/lib/verdict/judgement';
import { principalSide } from '@/lib/verdict/principal-side';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import { saidOf } from './said';
import type { Being, Half, Step } from './step';

/** Every hat that a role or user can, or may, put on; also hats of accounts that were not scanned, where its policies name them.
 *  Asks only about roles whose trust policies may let it in. Never throws. */
export function assumesFrom(judged: Judged, principal: Role | User): readonly Step[] {
  const { inventory, shelf } = judged;
  const index = wholeAssumeIndex(inventory, shelf);
  const actor = index.byArn.get(principal.arn);
  if (actor === undefined) return [];
  const strange = unscannedTargets(judged, principal).flatMap(
    (target) => edgeOf(index.world, actor, target) ?? [],
  );
  return [...whatCanAssume(index, actor), ...strange]
    .filter(({ target }) => target.arn !== principal.arn)
    .flatMap((edge) => stepOf(judged, edge) ?? []);
}

/** Everybody who can, or may, put the hat on: roles and users, AWS services, identity providers, accounts that were not scanned, and
 *  anybody at all where the trust policy lets strangers in. Never throws. */
export function assumesTo(judged: Judged, role: Role): readonly Step[] {
  return assumesToTarget(judged, role, assumeTarget(judged.inventory, judged.shelf, role));
}

/** The same with the trust policy of `target`, which need not be the one that stands there. Never throws. */
export function assumesToTarget(judged: Judged, role: Role, target: Target): readonly Step[] {
  const { inventory, shelf } = judged;
  const index = wholeAssumeIndex(inventory, shelf);
  const trusted = index.trusting.trusted.get(target) ?? trustedBy(target.trust, 'sts:AssumeRole');
  return [
    ...whoCanAssume(index, target)
      .filter(({ principal }) => !('arn' in principal) || principal.arn !== role.arn)
      .flatMap((edge) => stepOf(judged, edge) ?? []),
    ...strangersTo(judged, role, target.trust, trusted),
  ];
}

function stepOf(judged: Judged, { principal, target, decision }: AssumeEdge): Step | null {
  const { inventory, shelf } = judged;
  const from = beingOf(principal);
  if (from === null) return null;
  const own = principalSide(inventory, shelf, principal).shelved;
  const trust = trustPolicy(inventory, shelf, target.arn);
  const all = trust === null ? own : [...own, trust];
  const sourceOf = (id: string): PolicySource | undefined =>
    all.find(({ source }) => source.id === id)?.source;
  const unread = new Set(decision.undetermined.flatMap((one) => (one.kind === 'policy' ? one.policy : [])));
  const reasons = all
    .filter(({ source }) => unread.has(source.id))
    .flatMap(({ gaps, notScanned }) => reasonsOf(gaps, notScanned));
  const said = saidOf(decision, verdictAtWill(decision), sourceOf, reasons);
  return said === null
    ? null
    : { kind: 'assumes', from, to: target.arn, pipeline: null, service: null, ...said };
}

/** `iam:ListRoles was refused in 999999999999`. */
function reasonsOf(
  gaps: readonly { readonly permission: string; readonly account: string }[],
  notScanned: string | null,
): readonly string[] {
  return [
    ...gaps.map((gap) => `${gap.permission} was refused in ${gap.account}`),
    ...(notScanned === null ? [] : [notScanned]),
  ];
}

/** Who asks, as a chain names it; null for what puts no hat on by itself. */
function beingOf(principal: Principal): Being | null {
  switch (principal.kind) {
    case 'role':
    case 'user':
      return { kind: principal.kind, id: principal.arn, account: principal.account };
    case 'service':
      return { kind: 'service', id: principal.service, account: null };
    case 'web-identity':
    case 'saml':
      return {
        kind: 'identity provider',
        id: principal.provider,
        account: arnAccount(principal.provider),
      };
    default:
      return null;
  }
}

/** Of an account that nobody scanned it cannot be told who may ask; of a role open to everyone, what a stranger would be told. */
function strangersTo(judged: Judged, role: Role, trust: Target['trust'], trusted: Trusted): readonly Step[] {
  const { inventory } = judged;
  const accounts = new Set<AccountId>(trusted.accounts);
  for (const arn of trusted.arns) accounts.add(arnAccount(arn) ?? '');
  for (const key of trusted.sessionRoles) accounts.add(key.split(':')[1] ?? '');
  const unscanned = [...accounts].filter((id) => /^\d{12}$/.test(id) && !inventory.iamReadIn.has(id)).sort();
  return [
    ...unscanned.map((account): Step => {
      const { gaps, notScanned } = blameIam(inventory, account);
      return {
        kind: 'assumes',
        from: { kind: 'account', id: account, account },
        to: role.arn,
        pipeline: null,
        service: null,
        verdict: 'unknown',
        halves: halvesNaming(judged, role, trust, account),
        open: reasonsOf(gaps, notScanned),
      };
    }),
    ...(trusted.hasEveryone ? anybody(judged, role) : []),
  ];
}

function anybody(judged: Judged, role: Role): readonly Step[] {
  const trust = trustPolicy(judged.inventory, judged.shelf, role.arn);
  if (trust?.policy.kind !== 'policy') return [];
  const decision = strangerPutsOn(judged, role, FOREIGN_ACCOUNT);
  const said = saidOf(
    decision,
    verdictAtWill(decision),
    (id) => (id === trust.source.id ? trust.source : undefined),
    [],
  );
  const from: Being = { kind: 'anybody', id: 'anybody', account: null };
  return said === null
    ? []
    : [{ kind: 'assumes', from, to: role.arn, pipeline: null, service: null, ...said }];
}

function halvesNaming(
  { inventory, shelf }: Judged,
  role: Role,
  trust: Target['trust'],
  account: AccountId,
): readonly Half[] {
  const source = trustPolicy(inventory, shelf, role.arn)?.source;
  if (trust.kind !== 'policy' || source === undefined) return [];
  return candidateStatements(trust, 'sts:AssumeRole').flatMap(
    ({ effect, index, pointer, principals }): readonly Half[] => {
      const named = [
        ...(principals?.accounts ?? []),
        ...(principals?.arns ?? []),
        ...(principals?.sessions.keys() ?? []),
      ];
      return effect === 'Allow' && named.some((one) => one.split(':').includes(account))
        ? [{ side: 'resource', source, statement: index, pointer, effect: 'Allow' }]
        : [];
    },
  );
}

/** Hats that the principal's policies name in full, in accounts of which IAM was not read. */
function unscannedTargets({ inventory, shelf }: Judged, principal: Role | User): readonly Target[] {
  const found = new Set<Arn>();
  for (const policy of principalSide(inventory, shelf, principal).identity) {
    if (policy.kind === 'unread') continue;
    for (const { effect, resources } of candidateStatements(policy, 'sts:AssumeRole')) {
      if (effect === 'Deny' || resources === null || resources.isNegated) continue;
      for (const pattern of resources.patterns) if (pattern.kind === 'literal') found.add(pattern.arn);
    }
  }
  return [...found].sort().flatMap((arn): readonly Target[] => {
    const account = arnAccount(arn);
    if (account === null || inventory.iamReadIn.has(account) || inventory.roles.has(arn)) return [];
    const trust = trustPolicy(inventory, shelf, arn)?.policy ?? { kind: 'unread', id: arn };
    return [{ arn, account, trust, rcp: null }];
  });
}
