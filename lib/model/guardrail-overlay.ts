// SCPs and RCPs as they would be: one policy of the organisation stands above many accounts.
import type { Json } from '@/lib/base/json';
import type { Arn } from '@/lib/names/arn';
import type { Inventory } from './inventory';
import type { Account, GuardrailLevel, GuardrailPolicy } from './resource';

/** What is known of an SCP or RCP: its name, what it is, and its text; the text undefined where it was not read. Undefined where it is
 *  attached above no account that was read. Never throws. */
export function guardrailAt(
  { accounts }: Inventory,
  policy: Arn,
): { readonly name: string; readonly type: 'scp' | 'rcp'; readonly document: Json | undefined } | undefined {
  for (const account of accounts.values())
    for (const type of ['scp', 'rcp'] as const) {
      const found = policiesOf(account[type === 'scp' ? 'scps' : 'rcps']).find(({ arn }) => arn === policy);
      if (found === undefined) continue;
      const { name, document } = found;
      return { name, type, document: document.kind === 'read' ? document.value : undefined };
    }
  return undefined;
}

/** The inventory with that text of the SCP or RCP, above every account that it binds. Never throws. */
export function withGuardrail(inventory: Inventory, policy: Arn, document: Json): Inventory {
  // Accounts of one unit share its level: it is changed once for all of them.
  const levels = new Map<GuardrailLevel, GuardrailLevel>();
  const accounts = new Map(inventory.accounts);
  for (const [id, account] of inventory.accounts) {
    if (!isBound(account.scps, policy) && !isBound(account.rcps, policy)) continue;
    accounts.set(id, {
      ...account,
      scps: withText(account.scps, policy, document, levels),
      rcps: withText(account.rcps, policy, document, levels),
    });
  }
  return { ...inventory, accounts };
}

type Levels = Account['scps'];

function policiesOf(levels: Levels): readonly GuardrailPolicy[] {
  if (levels?.kind !== 'read') return [];
  return levels.value.flatMap(({ policies }) => (policies.kind === 'read' ? policies.value : []));
}

function isBound(levels: Levels, policy: Arn): boolean {
  return policiesOf(levels).some(({ arn }) => arn === policy);
}

function withText(
  levels: Levels,
  policy: Arn,
  document: Json,
  known: Map<GuardrailLevel, GuardrailLevel>,
): Levels {
  if (levels?.kind !== 'read') return levels;
  const value = levels.value.map((level) => {
    const edited = known.get(level) ?? levelWith(level, policy, document);
    known.set(level, edited);
    return edited;
  });
  return { kind: 'read', value };
}

function levelWith(level: GuardrailLevel, policy: Arn, document: Json): GuardrailLevel {
  if (level.policies.kind !== 'read') return level;
  const value = level.policies.value.map(
    (one): GuardrailPolicy =>
      one.arn === policy ? { ...one, document: { kind: 'read', value: document } } : one,
  );
  return { ...level, policies: { kind: 'read', value } };
}
