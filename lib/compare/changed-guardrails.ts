// Which SCPs and RCPs differ, what is attached where, and which accounts moved: each told once, however many accounts it binds.
import type { Json } from '@/lib/base/json';
import { sortedBy } from '@/lib/base/sort';
import type { Inventory } from '@/lib/model/inventory';
import type { Account, GuardrailLevel } from '@/lib/model/resource';
import type { AccountId, Arn } from '@/lib/names/arn';
import { canonicalJson, canonicalPolicy, isSameJson, isSamePolicy } from './canonical';
import type { Change, ChangeKind } from './comparison';

type Type = 'scp' | 'rcp';

/** A change above accounts, and the accounts below it. */
export interface GuardrailChange {
  readonly change: Change;
  readonly accounts: ReadonlySet<AccountId>;
}

interface Held {
  readonly name: string;
  /** undefined: not read. */
  readonly value: Json | undefined;
  readonly accounts: Set<AccountId>;
}

/** Never throws. */
export function changedGuardrails(before: Inventory, after: Inventory): readonly GuardrailChange[] {
  return [
    ...(['scp', 'rcp'] as const).flatMap((type) => [
      ...differences(type, 'document', documentsOf(before, type), documentsOf(after, type)),
      ...differences(type, 'attached', attachedOf(before, type), attachedOf(after, type)),
    ]),
    ...changedAccounts(before, after),
  ];
}

function differences(
  type: Type,
  aspect: 'document' | 'attached',
  old: ReadonlyMap<string, Held>,
  now: ReadonlyMap<string, Held>,
): readonly GuardrailChange[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((subject): readonly GuardrailChange[] => {
    const was = old.get(subject);
    const is = now.get(subject);
    // A policy that is nowhere attached any more shows in what is attached; its text is as it was.
    if (was === undefined || is === undefined) return [];
    const kind = kindOf(was.value, is.value, aspect);
    if (kind === null) return [];
    const word = type.toUpperCase();
    return [
      {
        change: {
          id: `${type} ${subject} ${aspect}`,
          kind,
          thing: type,
          subject,
          aspect,
          title: aspect === 'document' ? `${word} ${is.name}` : `${word}s attached to ${is.name}`,
          account: null,
          before: shown(was.value, aspect),
          after: shown(is.value, aspect),
        },
        accounts: new Set([...was.accounts, ...is.accounts]),
      },
    ];
  });
}

function shown(value: Json | undefined, aspect: 'document' | 'attached'): Json {
  if (value === undefined) return null;
  return aspect === 'document' ? canonicalPolicy(value) : value;
}

function kindOf(was: Json | undefined, is: Json | undefined, aspect: string): ChangeKind | null {
  if (was === undefined) return is === undefined ? null : 'now-known';
  if (is === undefined) return 'no-longer-known';
  const isSame = aspect === 'document' ? isSamePolicy(was, is) : isSameJson(was, is);
  return isSame ? null : 'changed';
}

function levelsOf(account: Account, type: Type): readonly GuardrailLevel[] {
  const levels = type === 'scp' ? account.scps : account.rcps;
  return levels?.kind === 'read' ? levels.value : [];
}

function documentsOf({ accounts }: Inventory, type: Type): ReadonlyMap<Arn, Held> {
  const held = new Map<Arn, Held>();
  for (const account of accounts.values())
    for (const { policies } of levelsOf(account, type))
      for (const { arn, name, document } of policies.kind === 'read' ? policies.value : []) {
        const one = held.get(arn) ?? {
          name,
          value: document.kind === 'read' ? document.value : undefined,
          accounts: new Set(),
        };
        one.accounts.add(account.id);
        held.set(arn, one);
      }
  return held;
}

function attachedOf({ accounts }: Inventory, type: Type): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  for (const account of accounts.values())
    for (const { target, policies } of levelsOf(account, type)) {
      const one = held.get(target) ?? {
        name: target === account.id ? account.name : unitName(account, target),
        value:
          policies.kind === 'read'
            ? sortedBy(
                policies.value.map(({ name, arn }) => `${name} ${arn}`),
                String,
              )
            : undefined,
        accounts: new Set(),
      };
      one.accounts.add(account.id);
      held.set(target, one);
    }
  return held;
}

function unitName(account: Account, target: string): string {
  return account.ouPath[account.ouIds.indexOf(target)] ?? target;
}

/** What is said of an account itself: its place in the organisation, its tags, whether it is bound at all. */
function changedAccounts(before: Inventory, after: Inventory): readonly GuardrailChange[] {
  return [...new Set([...before.accounts.keys(), ...after.accounts.keys()])].flatMap(
    (id): readonly GuardrailChange[] => {
      const was = before.accounts.get(id);
      const is = after.accounts.get(id);
      const kind = accountKind(was, is);
      if (kind === null) return [];
      const name = (is ?? was)?.name ?? id;
      return [
        {
          change: {
            id: `account ${id} settings`,
            kind,
            thing: 'account',
            subject: id,
            aspect: 'settings',
            title: `place of account ${name} in the organisation`,
            account: id,
            before: was === undefined ? null : placeOf(was),
            after: is === undefined ? null : placeOf(is),
          },
          accounts: new Set([id]),
        },
      ];
    },
  );
}

function accountKind(was: Account | undefined, is: Account | undefined): ChangeKind | null {
  // Accounts are those that were asked for or that somebody listed: whether one exists is not known from a list that lacks it.
  if (was === undefined) return is === undefined ? null : 'now-known';
  if (is === undefined) return 'no-longer-known';
  if (isSameJson(placeOf(was), placeOf(is))) return null;
  const isUnread = ({ organizationId, scps, rcps }: Account) =>
    organizationId.kind === 'unread' || scps?.kind === 'unread' || rcps?.kind === 'unread';
  if (isUnread(is) && !isUnread(was)) return 'no-longer-known';
  if (isUnread(was) && !isUnread(is)) return 'now-known';
  return 'changed';
}

function placeOf(account: Account): Json {
  const levels = (type: Type): Json => {
    const all = type === 'scp' ? account.scps : account.rcps;
    if (all === null) return 'not in use';
    return all.kind === 'unread' ? 'not read' : all.value.map(({ target }) => target);
  };
  return canonicalJson({
    name: account.name,
    management: account.management,
    status: account.status,
    units: account.ouPath,
    tags: account.tags,
    organization: account.organizationId.kind === 'unread' ? 'not read' : account.organizationId.value,
    serviceControlPoliciesOf: levels('scp'),
    resourceControlPoliciesOf: levels('rcp'),
  });
}
