// The facts of a snapshot by what they are about, for gathering what one pipeline hangs on.
import { groupBy } from '@/lib/base/group-by';
import { listField, textField } from '@/lib/model/fact-index';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';

export interface FactLookup {
  /** Every fact about it. */
  readonly about: (arn: Arn) => readonly Fact[];
  /** What is said of an account in the organisation and of itself, of every level above it, and their guardrails. */
  readonly ofAccount: (account: string) => readonly Fact[];
  /** What is said of the organisation as a whole. */
  readonly ofOrganization: readonly Fact[];
  readonly groups: (account: string, names: readonly string[]) => readonly Fact[];
  readonly aliasesOf: (key: Arn) => readonly Fact[];
  /** Roles of that account and name, under any path. */
  readonly namesakes: (role: Arn) => readonly Fact[];
  /** The accounts of the snapshot that a fact speaks of, its own first. */
  readonly accountsIn: (fact: Fact) => readonly string[];
}

/** Indexes them once. Never throws. */
export function lookUpFacts(facts: readonly Fact[]): FactLookup {
  const byArn = groupBy(facts, ({ arn }) => arn);
  const byKind = groupBy(facts, ({ kind }) => kind);
  const all = (kind: string) => byKind.get(kind) ?? [];
  const of = (kind: string, field: string) => groupBy(all(kind), ({ data }) => textField(data, field));
  const callers = groupBy(all('caller-identity'), ({ account }) => account);
  const members = of('organization-account', 'Id');
  const parents = of('organization-account-parent', 'Id');
  const units = of('organizational-unit', 'Id');
  const tags = of('organization-account-tags', 'ResourceId');
  const targets = of('organization-policy-targets', 'TargetId');
  const groups = groupBy(all('iam-group'), ({ account }) => account);
  const aliases = groupBy(
    all('key-alias'),
    ({ account, region, data }) => `${account} ${region} ${textField(data, 'TargetKeyId')}`,
  );
  const roles = groupBy(all('iam-role'), ({ account, data }) => `${account} ${textField(data, 'RoleName')}`);
  const known = new Set([...members.keys(), ...callers.keys(), ...facts.map(({ account }) => account)]);
  const roots = all('organization-root');
  const about = (arn: Arn) => byArn.get(arn) ?? [];

  const bound = (target: string | null): readonly Fact[] => {
    const own = targets.get(target) ?? [];
    const policies = own.flatMap(({ data }) =>
      listField(data, 'Policies').flatMap((one) => about(textField(one, 'Arn') ?? '')),
    );
    return [...own, ...policies];
  };

  function ofAccount(account: string): readonly Fact[] {
    const own = parents.get(account) ?? [];
    const above: Fact[] = [];
    for (let at = own.at(-1), steps = 0; at !== undefined && steps < 20; steps += 1) {
      const parent: string | null = textField(at.data, 'ParentId');
      above.push(...bound(parent));
      const unit: Fact | undefined = units.get(parent)?.at(-1);
      if (unit !== undefined) above.push(...(units.get(parent) ?? []));
      at = unit;
    }
    return [
      ...(callers.get(account) ?? []),
      ...(members.get(account) ?? []),
      ...own,
      ...(tags.get(account) ?? []),
      ...bound(account),
      ...above,
    ];
  }

  const accountsOf = new Map<Fact, readonly string[]>();
  function accountsIn(fact: Fact): readonly string[] {
    const found = accountsOf.get(fact);
    if (found !== undefined) return found;
    const said = JSON.stringify(fact.data).match(/(?<!\d)\d{12}(?!\d)/g) ?? [];
    const made = [...new Set([fact.account, ...said])].filter((one) => known.has(one));
    accountsOf.set(fact, made);
    return made;
  }

  return {
    about,
    ofAccount,
    ofOrganization: [...all('organization'), ...roots],
    groups: (account, names) =>
      (groups.get(account) ?? []).filter(({ data }) => names.includes(textField(data, 'GroupName') ?? '')),
    aliasesOf: (key) => {
      const [, , , region, account] = key.split(':');
      return aliases.get(`${account} ${region} ${arnName(key)}`) ?? [];
    },
    namesakes: (role) => roles.get(`${arnAccount(role)} ${arnName(role)}`) ?? [],
    accountsIn,
  };
}
