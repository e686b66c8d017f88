// The inventory of before with some of the changes made: so that it can be judged which of them turns a verdict.
import type { Inventory } from '@/lib/model/inventory';
import type { Account, GuardrailLevel, InlinePolicy } from '@/lib/model/resource';
import type { AccountId } from '@/lib/names/arn';
import type { Change } from './comparison';
import { OverlaidMap } from './overlaid-map';
import { TABLES, type TableName } from './tables';

type Thing = { readonly [property: string]: unknown };
type Things = ReadonlyMap<string, Thing>;

/** A change with the accounts that it binds, where it stands above accounts. */
export interface Applicable {
  readonly change: Change;
  readonly accounts: ReadonlySet<AccountId>;
}

/** `before` with the parts that these changes name as they are in `after`. What was read of IAM is taken from `after` where a role, user
 *  or policy came or went. Never throws. */
export function applyChanges(before: Inventory, after: Inventory, changes: readonly Applicable[]): Inventory {
  const over = new Map<string, Map<string, Thing | undefined>>();
  const absent = new Set(before.absent);
  const iamReadIn = new Set(before.iamReadIn);
  const put = (table: string, name: string, thing: Thing | undefined) => {
    const own = over.get(table) ?? new Map<string, Thing | undefined>();
    own.set(name, thing);
    over.set(table, own);
  };
  const current = (table: TableName | 'accounts', name: string): Thing | undefined => {
    const own = over.get(table);
    return own?.has(name) ? own.get(name) : (before[table] as unknown as Things).get(name);
  };
  for (const { change, accounts } of changes) {
    if (change.thing === 'account' || change.thing === 'scp' || change.thing === 'rcp') {
      for (const account of accounts) {
        const is = after.accounts.get(account);
        const patched = patchedAccount(current('accounts', account) as Account | undefined, is, change);
        put('accounts', account, patched as unknown as Thing | undefined);
      }
      continue;
    }
    const table = TABLES.find(({ thing }) => thing === change.thing)?.name;
    if (table === undefined) continue;
    const is = (after[table] as unknown as Things).get(change.subject);
    const was = current(table, change.subject);
    put(table, change.subject, change.aspect === 'whole' ? is : patched(was, is, change.aspect));
    sync(absent, after.absent, change.subject);
    if (change.aspect === 'whole' && change.account !== null)
      sync(iamReadIn, after.iamReadIn, change.account);
  }
  const tables = [...over].map(([name, own]) => [
    name,
    new OverlaidMap(before[name as TableName] as unknown as Things, own),
  ]);
  return { ...before, ...(Object.fromEntries(tables) as Partial<Inventory>), absent, iamReadIn };
}

function sync(own: Set<string>, other: ReadonlySet<string>, name: string): void {
  if (other.has(name)) own.add(name);
  else own.delete(name);
}

function patched(was: Thing | undefined, is: Thing | undefined, aspect: string): Thing | undefined {
  if (was === undefined || is === undefined) return was;
  const [property = '', ...words] = aspect.split(' ');
  if (property === 'inline') return { ...was, inline: patchedInline(was, is, words.join(' ')) };
  if (property !== 'settings') return { ...was, [property]: is[property] };
  // Settings are what is left beside the parts that stand for themselves; what is no part of either is the same in both.
  const parts = Object.fromEntries(Object.entries(was).filter(([name]) => isOwnPart(was, name)));
  return { ...is, ...parts };
}

const OWN_PARTS: ReadonlySet<string> = new Set([
  'inline',
  'runs',
  ...TABLES.flatMap(({ aspects }) => Object.keys(aspects)),
]);

function isOwnPart(thing: Thing, property: string): boolean {
  const value = thing[property];
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;
  return OWN_PARTS.has(property) || kind === 'read' || kind === 'unread';
}

function patchedInline(was: Thing, is: Thing, name: string): readonly InlinePolicy[] {
  const list = (thing: Thing) => (thing.inline ?? []) as readonly InlinePolicy[];
  const now = list(is).find((one) => one.name === name);
  const others = list(was).filter((one) => one.name !== name);
  return now === undefined ? others : [...others, now];
}

function patchedAccount(
  was: Account | undefined,
  is: Account | undefined,
  change: Change,
): Account | undefined {
  if (change.thing === 'account') return is;
  if (was === undefined || is === undefined) return was;
  const property = change.thing === 'scp' ? 'scps' : 'rcps';
  const [old, now] = [was[property], is[property]];
  if (old?.kind !== 'read' || now?.kind !== 'read') return was;
  const levels = old.value.map((level) =>
    change.aspect === 'attached'
      ? level.target === change.subject
        ? (now.value.find(({ target }) => target === level.target) ?? level)
        : level
      : withDocument(level, now.value, change.subject),
  );
  return { ...was, [property]: { kind: 'read', value: levels } };
}

function withDocument(level: GuardrailLevel, now: readonly GuardrailLevel[], arn: string): GuardrailLevel {
  if (level.policies.kind !== 'read') return level;
  const found = now
    .flatMap(({ policies }) => (policies.kind === 'read' ? policies.value : []))
    .find((policy) => policy.arn === arn);
  if (found === undefined) return level;
  const value = level.policies.value.map((policy) => (policy.arn === arn ? found : policy));
  return { ...level, policies: { kind: 'read', value } };
}
