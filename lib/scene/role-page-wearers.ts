// Who can put a hat on, and what it can put on in turn: principals that pass both halves, with the statements that let them.
import type { Analysis } from '@/lib/analysis/analysis';
import { sortedBy } from '@/lib/base/sort';
import type { AssumeEdge } from '@/lib/iam/assume-world';
import type { Decision, Evidence } from '@/lib/iam/decision';
import type { Principal } from '@/lib/iam/request';
import { whatCanAssume, whoCanAssume } from '@/lib/iam/who-can-assume';
import type { Role } from '@/lib/model/resource';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import { assumeIndex, assumeTarget, wholeAssumeIndex } from '@/lib/verdict/assume-index';
import { verdictAtWill } from '@/lib/verdict/at-will';
import type { State } from '@/lib/verdict/judgement';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';
import { stateOf } from '@/lib/verdict/state';
import { accountName } from './naming';
import { roleId } from './role-page-id';

export interface Wearer {
  /** ARN of a role or user, name of a service, ARN or URL of a provider. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'role' | 'user' | 'service' | 'identity provider';
  /** Account by name; null for an AWS service. */
  readonly account: string | null;
  /** How the page of this role is named; null where it is no role. */
  readonly roleId: string | null;
  readonly state: State;
  /** Whether a pipeline needs it to. */
  readonly needs: boolean;
  /** `trust policy, statement 1`, `inline policy assume, statement 2`: whoever let it in, the hat's side first. */
  readonly by: readonly string[];
  /** On what it hangs, where it is not plain. */
  readonly dependsOn: readonly string[];
}

/** The statements of the trust policy that let somebody in: 0-based. */
export interface Wearers {
  readonly wearers: readonly Wearer[];
  readonly statements: ReadonlySet<number>;
}

/** Everybody who can, or may, put the hat on; those who need to first. Never throws. */
export function wearersOf(
  { inventory }: Analysis,
  shelf: PolicyShelf,
  role: Role,
  needed: ReadonlySet<string>,
): Wearers {
  const edges = whoCanAssume(assumeIndex(inventory, shelf), assumeTarget(inventory, shelf, role)).filter(
    ({ principal }) => idOf(principal) !== role.arn,
  );
  const wearers = edges.map((edge) => wearerOf(edge, needed, (id) => accountName(inventory, id)));
  const rank = { works: 0, depends: 1, unknown: 2, broken: 3 } as const;
  return {
    wearers: sortedBy(
      wearers,
      (one) => `${one.needs ? 0 : 1} ${rank[one.state]} ${one.account ?? ''} ${one.name} ${one.id}`,
    ),
    statements: new Set(
      edges.flatMap(({ decision }) =>
        decision.evidence
          .filter((one) => one.layer === 'resource' && one.effect === 'Allow' && one.applies !== 'no')
          .map((one) => one.statement),
      ),
    ),
  };
}

export interface NextHat {
  readonly arn: Arn;
  readonly roleId: string;
  /** `prod/deploy`. */
  readonly name: string;
  readonly state: State;
  readonly by: readonly string[];
}

/** The hats that this one can, or may, put on in one step. Never throws. */
export function nextHats({ inventory }: Analysis, shelf: PolicyShelf, role: Role): readonly NextHat[] {
  const index = wholeAssumeIndex(inventory, shelf);
  const actor = index.byArn.get(role.arn);
  if (actor === undefined) return [];
  const hats = whatCanAssume(index, actor)
    .filter(({ target }) => target.arn !== role.arn)
    .map(
      ({ target, decision }): NextHat => ({
        arn: target.arn,
        roleId: roleId(target.arn),
        name: `${accountName(inventory, target.account)}/${arnName(target.arn)}`,
        state: stateOf(verdictAtWill(decision)),
        by: byWords(decision),
      }),
    );
  return sortedBy(hats, (one) => `${one.name} ${one.arn}`);
}

function wearerOf(
  { principal, decision }: AssumeEdge,
  needed: ReadonlySet<string>,
  nameOf: (account: string | null) => string,
): Wearer {
  const id = idOf(principal);
  const verdict = verdictAtWill(decision);
  const account = 'account' in principal ? principal.account : arnAccount(id);
  return {
    id,
    name:
      principal.kind === 'role' || principal.kind === 'user'
        ? arnName(id)
        : id.replace(/^arn:.*-provider\//, ''),
    kind:
      principal.kind === 'role' || principal.kind === 'user' || principal.kind === 'service'
        ? principal.kind
        : 'identity provider',
    account: account === null ? null : nameOf(account),
    roleId: principal.kind === 'role' ? roleId(id) : null,
    state: stateOf(verdict),
    needs: needed.has(id),
    by: byWords(decision),
    dependsOn: verdict === 'allowed' ? [] : openWords(decision),
  };
}

function idOf(principal: Principal): string {
  switch (principal.kind) {
    case 'service':
      return principal.service;
    case 'web-identity':
    case 'saml':
      return principal.provider;
    case 'root':
      return `root of ${principal.account}`;
    case 'anonymous':
      return 'anybody';
    default:
      return principal.arn;
  }
}

function byWords(decision: Decision): readonly string[] {
  const allows = decision.evidence.filter((one) => one.effect === 'Allow' && one.applies !== 'no');
  const own = (layer: Evidence['layer']) => allows.find((one) => one.layer === layer);
  return [own('resource'), own('identity')].flatMap((one) => (one === undefined ? [] : [evidenceWords(one)]));
}

function evidenceWords({ policy, statement, sid, layer }: Evidence): string {
  const title =
    layer === 'resource'
      ? 'trust policy'
      : policy.startsWith('inline:')
        ? `inline policy ${policy.slice(policy.lastIndexOf('/') + 1)}`
        : `policy ${arnName(policy)}`;
  return `${title}, statement ${statement + 1}${sid === undefined ? '' : `, “${sid}”`}`;
}

function openWords({ undetermined }: Decision): readonly string[] {
  return [...new Set(undetermined.map(openWord))];
}

function openWord(one: Decision['undetermined'][number]): string {
  switch (one.kind) {
    case 'key':
      return one.key;
    case 'policy':
      return 'a policy that was not read';
    case 'resource':
      return 'the resource';
    case 'rule':
      return one.rule;
  }
}
