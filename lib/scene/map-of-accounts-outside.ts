// Who is let into the accounts of the map from outside the scan: CI systems through identity providers, and accounts nobody scanned.
import type { Analysis } from '@/lib/analysis/analysis';
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { Role } from '@/lib/model/resource';
import type { MapAccount, MapReach } from './map-of-accounts-model';
import { accountName } from './naming';

interface Stranger {
  readonly roles: Set<Role>;
  readonly accounts: Set<string>;
}

/** The strangers and whom they reach; `known` are the accounts of the map. Never throws. */
export function outsiders(
  analysis: Analysis,
  known: ReadonlySet<string>,
): { readonly accounts: readonly MapAccount[]; readonly reaches: readonly MapReach[] } {
  const { inventory } = analysis;
  const providers = new Map<string, Stranger>();
  const accounts = new Map<string, Stranger>();
  for (const role of inventory.roles.values()) {
    if (!known.has(role.account)) continue;
    for (const name of trustedNames(role.trust)) {
      if (inventory.identityProviders.has(name)) note(providers, name, role);
      const account = /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1];
      const isProvider = /:(oidc|saml)-provider\//.test(name);
      if (account !== undefined && !isProvider && !inventory.iamReadIn.has(account) && !known.has(account))
        note(accounts, account, role);
    }
  }
  const cards = [
    ...sorted(providers).map(([arn, stranger]) => providerCard(analysis, arn, stranger)),
    ...sorted(accounts).map(([id, stranger]) => accountCard(analysis, id, stranger)),
  ];
  const reaches = [...sorted(providers), ...sorted(accounts)].flatMap(([id, stranger]) => {
    const card = cards.find((one) => one.id === id);
    return [...stranger.accounts].sort().map((to): MapReach => {
      const isCi = card?.kind === 'ci';
      return {
        from: id,
        to,
        pipelines: new Set(),
        state: isCi ? 'neutral' : 'unknown',
        inState: new Set(),
        overBroad: false,
        marks: [],
        ends: [card?.name ?? id, accountName(inventory, to)],
        goal: null,
      };
    });
  });
  return { accounts: cards, reaches };
}

function note(strangers: Map<string, Stranger>, name: string, role: Role): void {
  const stranger = strangers.get(name) ?? { roles: new Set(), accounts: new Set() };
  strangers.set(name, stranger);
  stranger.roles.add(role);
  stranger.accounts.add(role.account);
}

function sorted(strangers: ReadonlyMap<string, Stranger>): readonly (readonly [string, Stranger])[] {
  return [...strangers].sort(
    ([a, one], [b, other]) => other.roles.size - one.roles.size || (a < b ? -1 : a > b ? 1 : 0),
  );
}

const CI_NAMES: readonly (readonly [RegExp, string])[] = [
  [/gitlab/i, 'GitLab CI'],
  [/githubusercontent|github/i, 'GitHub Actions'],
  [/bitbucket/i, 'Bitbucket Pipelines'],
  [/circleci/i, 'CircleCI'],
  [/oidc\.eks\./i, 'EKS cluster'],
];

function providerCard({ inventory }: Analysis, arn: string, { roles }: Stranger): MapAccount {
  const provider = inventory.identityProviders.get(arn);
  const url = (provider?.url ?? arn).replace(/^https:\/\//, '');
  const [first] = roles;
  return {
    id: arn,
    kind: 'ci',
    name: CI_NAMES.find(([pattern]) => pattern.test(url))?.[1] ?? 'Identity provider',
    second: url,
    note: `may put on ${roles.size} ${roles.size === 1 ? 'hat' : 'hats'}`,
    isProd: false,
    isScanned: true,
    state: null,
    pipelines: 0,
    rows: [],
    stage: 0,
    goal: first === undefined ? null : { kind: 'role', arn: first.arn },
    units: [],
    tier: null,
  };
}

function accountCard({ inventory }: Analysis, id: string, { roles }: Stranger): MapAccount {
  const name = accountName(inventory, id);
  const first = [...roles].sort((a, b) => (a.arn < b.arn ? -1 : 1))[0];
  return {
    id,
    kind: 'outside',
    name,
    second: name === id ? '' : id,
    note: `named in ${roles.size} trust ${roles.size === 1 ? 'policy' : 'policies'}`,
    isProd: false,
    isScanned: false,
    state: 'unknown',
    pipelines: 0,
    rows: [],
    stage: 0,
    goal:
      inventory.accounts.has(id) || first === undefined
        ? { kind: 'account', id }
        : { kind: 'role', arn: first.arn },
    units: [],
    tier: null,
  };
}

/** Every AWS and federated principal that some Allow statement names. */
function trustedNames(trust: Json): readonly string[] {
  const statements = isJsonObject(trust) ? listOf((trust as JsonObject).Statement) : [];
  return statements.flatMap((statement) => {
    if (!isJsonObject(statement) || statement.Effect !== 'Allow' || !isJsonObject(statement.Principal))
      return [];
    const principal = statement.Principal as JsonObject;
    return [...listOf(principal.AWS), ...listOf(principal.Federated)].filter(
      (one) => typeof one === 'string',
    );
  });
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
