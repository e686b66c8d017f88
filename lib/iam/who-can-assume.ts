// Who can assume a role, what a principal can assume, and every such edge of an organisation, without trying every pair.
import { arnName } from '@/lib/names/arn';
import {
  type Actor,
  type AssumeAction,
  type AssumeEdge,
  type AssumeWorld,
  edgeOf,
  outsiderEdgeOf,
  type Target,
} from './assume-world';
import { partitionOf } from './named-principal';
import { sessionKey } from './parse-principal';
import type { Policy } from './policy';
import { policiesReaching, type ReachIndex, reachIndex } from './reach';
import type { Principal } from './request';
import { type Trusted, trustedBy } from './trusted';

/** An organisation indexed from both sides: actors by name and account, and in each account policies by what they reach. */
export interface AssumeIndex {
  readonly world: AssumeWorld;
  readonly byArn: ReadonlyMap<string, Actor>;
  readonly bySessionKey: ReadonlyMap<string, readonly Actor[]>;
  readonly byAccount: ReadonlyMap<string, AccountIndex>;
  readonly trusting: TrustIndex;
}

/** Roles by whom their trust policies may let in. */
interface TrustIndex {
  readonly trusted: ReadonlyMap<Target, Trusted>;
  /** By ARN, by account id, and by `partition:account:role name` of a session. */
  readonly naming: ReadonlyMap<string, readonly Target[]>;
  readonly everyone: readonly Target[];
}

interface AccountIndex {
  readonly actors: readonly Actor[];
  readonly reach: ReachIndex;
  readonly holders: ReadonlyMap<Policy, readonly Actor[]>;
  /** Those of whom some identity policy was not read: they may reach any role. */
  readonly open: readonly Actor[];
}

/** Indexes the organisation: one pass over actors and their policies. Never throws. */
export function indexAssume(world: AssumeWorld): AssumeIndex {
  const byArn = new Map<string, Actor>();
  const bySessionKey = new Map<string, Actor[]>();
  const accounts = new Map<string, Actor[]>();
  for (const actor of world.actors) {
    const { kind, arn, account } = actor.principal;
    byArn.set(arn, actor);
    append(accounts, account, actor);
    if (kind === 'role') append(bySessionKey, sessionKey(partitionOf(arn), account, arnName(arn)), actor);
  }
  const byAccount = new Map([...accounts].map(([account, actors]) => [account, indexAccount(actors)]));
  return { world, byArn, bySessionKey, byAccount, trusting: indexTrust(world.targets) };
}

function indexTrust(targets: readonly Target[]): TrustIndex {
  const trusted = new Map<Target, Trusted>();
  const naming = new Map<string, Target[]>();
  const everyone: Target[] = [];
  for (const target of targets) {
    const named = trustedBy(target.trust, 'sts:AssumeRole');
    trusted.set(target, named);
    if (named.hasEveryone) everyone.push(target);
    for (const name of [...named.arns, ...named.accounts, ...named.sessionRoles])
      append(naming, name, target);
  }
  return { trusted, naming, everyone };
}

function indexAccount(actors: readonly Actor[]): AccountIndex {
  const holders = new Map<Policy, Actor[]>();
  for (const actor of actors)
    for (const policy of actor.policies.identity)
      if (policy.kind === 'policy') append(holders, policy, actor);
  const open = actors.filter((actor) => actor.policies.identity.some((policy) => policy.kind === 'unread'));
  return { actors, holders, open, reach: reachIndex(holders.keys()) };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Everyone of the organisation who can, or may, assume the role, and the services and identity providers it names. Asks the
 *  evaluator only about those whom the trust policy may let in and whose side may allow it. Never throws. */
export function whoCanAssume(index: AssumeIndex, target: Target): readonly AssumeEdge[] {
  const trusted = index.trusting.trusted.get(target) ?? trustedBy(target.trust, 'sts:AssumeRole');
  const edges: AssumeEdge[] = [];
  for (const actor of candidates(index, target, trusted)) {
    const edge = edgeOf(index.world, actor, target);
    if (edge !== null) edges.push(edge);
  }
  return [...edges, ...outsiders(index.world, target, trusted)];
}

/** Every edge of the organisation, role by role. Never throws. */
export function* allAssumeEdges(index: AssumeIndex): Generator<AssumeEdge> {
  for (const target of index.world.targets) yield* whoCanAssume(index, target);
}

/** Every role that the actor can, or may, assume. Asks the evaluator only about roles whose trust policies may let it in, and, but for
 *  those of its account that do so by themselves, that its own side may reach. Never throws. */
export function whatCanAssume(index: AssumeIndex, actor: Actor): readonly AssumeEdge[] {
  const { naming, everyone } = index.trusting;
  const { account } = actor.principal;
  const asked = new Set<Target>();
  for (const target of everyone) if (target.account === account) asked.add(target);
  for (const name of ownNames(actor)) for (const target of naming.get(name) ?? []) asked.add(target);
  const reaches = ownReach(actor);
  for (const target of [...everyone, ...(naming.get(account) ?? [])])
    if (!asked.has(target) && reaches(target.arn)) asked.add(target);
  return [...asked].flatMap((target) => edgeOf(index.world, actor, target) ?? []);
}

function ownNames({ principal: { kind, arn, account } }: Actor): readonly string[] {
  return kind === 'role' ? [arn, sessionKey(partitionOf(arn), account, arnName(arn))] : [arn];
}

/** Whether its identity policies may reach a role; yes of any, where one was not read. */
function ownReach({ policies: { identity } }: Actor): (role: string) => boolean {
  const read = identity.flatMap((policy) => (policy.kind === 'policy' ? policy : []));
  if (read.length < identity.length) return () => true;
  const own = reachIndex(read);
  return (role) => policiesReaching(own, role).size > 0;
}

/** Those who may come through: named ones, in one account without their own side's word; of accounts named as a whole, and of
 *  other accounts where everyone is, only those whose identity policies may reach the role. */
function candidates(index: AssumeIndex, target: Target, trusted: Trusted): ReadonlySet<Actor> {
  const found = new Set<Actor>();
  for (const arn of trusted.arns) {
    const actor = index.byArn.get(arn);
    if (actor) found.add(actor);
  }
  for (const key of trusted.sessionRoles)
    for (const actor of index.bySessionKey.get(key) ?? []) found.add(actor);
  if (trusted.hasEveryone)
    for (const actor of index.byAccount.get(target.account)?.actors ?? []) found.add(actor);
  for (const account of trusted.hasEveryone ? index.byAccount.keys() : trusted.accounts) {
    const within = index.byAccount.get(account);
    if (!within) continue;
    for (const actor of within.open) found.add(actor);
    for (const policy of policiesReaching(within.reach, target.arn))
      for (const actor of within.holders.get(policy) ?? []) found.add(actor);
  }
  return found;
}

function outsiders(world: AssumeWorld, target: Target, trusted: Trusted): readonly AssumeEdge[] {
  const asked: (readonly [Principal, AssumeAction])[] = [];
  for (const service of trusted.services) asked.push([{ kind: 'service', service }, 'sts:AssumeRole']);
  if (namesProviders(target)) {
    for (const provider of trustedBy(target.trust, 'sts:AssumeRoleWithWebIdentity').providers)
      asked.push([{ kind: 'web-identity', provider }, 'sts:AssumeRoleWithWebIdentity']);
    for (const provider of trustedBy(target.trust, 'sts:AssumeRoleWithSAML').providers)
      asked.push([{ kind: 'saml', provider }, 'sts:AssumeRoleWithSAML']);
  }
  return asked.flatMap(([principal, action]) => outsiderEdgeOf(world, principal, action, target) ?? []);
}

function namesProviders({ trust }: Target): boolean {
  return (
    trust.kind === 'policy' &&
    trust.statements.some(({ principals }) => principals !== null && principals.federated.size > 0)
  );
}
