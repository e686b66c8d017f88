// The organisation as a tree: where an account hangs, and the guardrails of every level above it.
import type { Fact } from '@/lib/snapshot/fact';
import { type FactIndex, field, listField, readFact, textField } from './fact-index';
import { policyDocument } from './policy-document';
import type { GuardrailLevel, GuardrailPolicy, Read } from './resource';

export type GuardrailType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

export interface Organization {
  /** The organisation's id; `null` inside Read: AWS said that there is none. */
  readonly id: Read<string | null>;
  readonly managementAccount: string | null;
  readonly member: (account: string) => Fact | undefined;
  readonly members: readonly string[];
  /** Ids from the root to the last OU above the account; null when a step was not read. */
  readonly pathTo: (account: string) => readonly string[] | null;
  readonly nameOf: (target: string) => string;
  /** Null where the organisation does not use policies of this type. */
  readonly guardrails: (account: string, type: GuardrailType) => Read<readonly GuardrailLevel[]> | null;
}

/** Reads the organisation. An account that it does not list may belong to another one: what binds it is unread. Never throws. */
export function readOrganization(facts: FactIndex): Organization {
  const described = facts.all('organization')[0];
  const members = new Map(
    facts.all('organization-account').map((fact) => [textField(fact.data, 'Id') ?? '', fact]),
  );
  const root = facts.all('organization-root')[0];
  const { pathTo, nameOf } = readTree(facts);
  const targets = new Map(
    facts
      .all('organization-policy-targets')
      .map((fact) => [`${textField(fact.data, 'Filter')} ${textField(fact.data, 'TargetId')}`, fact]),
  );
  const uses = (type: GuardrailType) =>
    listField(root?.data, 'PolicyTypes').some(
      (one) => textField(one, 'Type') === type && textField(one, 'Status') === 'ENABLED',
    );
  return {
    id: readFact(described, (data) => textField(data, 'Organization', 'Id')),
    managementAccount: textField(described?.data, 'Organization', 'MasterAccountId'),
    member: (account) => members.get(account),
    members: [...members.keys()],
    pathTo,
    nameOf,
    guardrails(account, type) {
      if (described?.data === null) return null;
      const path = pathTo(account);
      if (described === undefined || root === undefined || path === null || !members.has(account))
        return { kind: 'unread' };
      if (!uses(type)) return null;
      return {
        kind: 'read',
        value: [...path, account].map((target) => ({
          target,
          policies: policiesOf(facts, targets.get(`${type} ${target}`)),
        })),
      };
    },
  };
}

function readTree(facts: FactIndex): Pick<Organization, 'pathTo' | 'nameOf'> {
  const parents = new Map<string, string>();
  const names = new Map<string, string>();
  const roots = new Set(facts.all('organization-root').map((fact) => textField(fact.data, 'Id') ?? ''));
  for (const fact of [...facts.all('organizational-unit'), ...facts.all('organization-account-parent')]) {
    const id = textField(fact.data, 'Id');
    const parent = textField(fact.data, 'ParentId');
    if (id !== null && parent !== null) parents.set(id, parent);
    if (id !== null) names.set(id, textField(fact.data, 'Name') ?? id);
  }
  return {
    pathTo(account) {
      const path: string[] = [];
      for (let at = parents.get(account); at !== undefined && !path.includes(at); at = parents.get(at))
        path.unshift(at);
      return path[0] !== undefined && roots.has(path[0]) ? path : null;
    },
    nameOf: (target) => names.get(target) ?? target,
  };
}

function policiesOf(facts: FactIndex, fact: Fact | undefined): Read<readonly GuardrailPolicy[]> {
  return readFact(fact, (data) =>
    listField(data, 'Policies').map((summary) => {
      const arn = textField(summary, 'Arn') ?? '';
      return {
        arn,
        name: textField(summary, 'Name') ?? arn,
        document: readFact(facts.about('organization-policy', arn), (policy) =>
          policyDocument(field(policy, 'Policy', 'Content')),
        ),
      };
    }),
  );
}
