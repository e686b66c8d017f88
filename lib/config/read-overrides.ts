// The accounts of hatstack.yaml that have a role of their own.
import { isMap, isScalar } from 'yaml';
import { nearest } from '@/lib/base/nearest';
import type { RoleOverrides } from './layer';
import { ACCOUNT, EXTERNAL_ID, ROLE_NAME } from './shapes';
import { keyOf, textOf } from './yaml-nodes';

const KEYS: {
  readonly [key: string]: { readonly field: 'roleName' | 'externalId'; readonly shape: RegExp };
} = {
  'role-name': { field: 'roleName', shape: ROLE_NAME },
  'external-id': { field: 'externalId', shape: EXTERNAL_ID },
};

/** The table under `overrides`, by account; or the first mistake as one line. `where` tells file and line of a node. Never throws. */
export function readOverrides(node: unknown, where: (node: unknown) => string): RoleOverrides | string {
  if (!isMap(node))
    return `${where(node)}\`overrides\` takes accounts, each with role-name, external-id or both`;
  const overrides = new Map<string, { roleName?: string; externalId?: string }>();
  for (const pair of node.items) {
    const account = keyOf(pair);
    if (!ACCOUNT.test(account))
      return `${where(pair.key)}\`${account}\` is no account id: give its twelve digits, without dashes`;
    if (!isMap(pair.value)) return `${where(pair.key)}\`${account}\` takes role-name, external-id or both`;
    const own: { roleName?: string; externalId?: string } = {};
    for (const inner of pair.value.items) {
      const name = keyOf(inner);
      const known = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
      if (known === undefined) {
        const meant = nearest(name, Object.keys(KEYS));
        const hint =
          meant === null ? `the keys are ${Object.keys(KEYS).join(', ')}` : `did you mean \`${meant}\`?`;
        return `${where(inner.key)}there is no key \`${name}\`: ${hint}`;
      }
      const text = isScalar(inner.value) && inner.value.value !== null ? textOf(inner.value) : '';
      if (!known.shape.test(text))
        return `${where(inner.key)}\`${name}\` of ${account} is out of shape: see docs/scanning.md`;
      own[known.field] = text;
    }
    overrides.set(account, own);
  }
  return overrides;
}
