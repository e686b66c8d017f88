// Reads what the reader asks: each field becomes what it names, or one line that says what is wrong with it.
import { ABSENT, known, PRESENT, UNKNOWN } from '@/lib/iam/context';
import { readPrincipal } from '@/lib/iam/read-principal';
import type { Context, KeyState, Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import { arnName, parseArn } from '@/lib/names/arn';
import type { Asked } from '@/lib/verdict/ask-need';
import { accountName } from './naming';

/** What is said of a context key: its value, that the request does not carry it, that it does with a value not known, or nothing. */
export const KEY_SAYS = ['value', 'absent', 'present', 'unknown'] as const;
export type KeySays = (typeof KEY_SAYS)[number];

export interface AskedKey {
  readonly key: string;
  readonly says: KeySays;
  readonly value: string;
}

/** The fields as they were filled in. */
export interface AskFields {
  readonly who: string;
  readonly does: string;
  readonly on: string;
  readonly keys: readonly AskedKey[];
}

/** One line for each field that cannot be read; `keys` has an entry for every row. */
export interface AskProblems {
  readonly who: string | null;
  readonly does: string | null;
  readonly on: string | null;
  readonly keys: readonly (string | null)[];
}

export type AskRead =
  | { readonly kind: 'asked'; readonly asked: Asked }
  | { readonly kind: 'problems'; readonly problems: AskProblems };

type Part<T> = { readonly is: T } | { readonly problem: string };

/** The question, or what is wrong with each field. Never throws. */
export function readAsk(inventory: Inventory, fields: AskFields): AskRead {
  const action = readAction(fields.does.trim());
  const principal = readWho(inventory, fields.who.trim(), fields.does.trim());
  const resource = readResource(inventory, fields.on.trim(), fields.does.trim());
  const keys = fields.keys.map(keyProblem);
  if ('is' in action && 'is' in principal && 'is' in resource && keys.every((one) => one === null))
    return {
      kind: 'asked',
      asked: {
        principal: principal.is,
        action: action.is,
        resource: resource.is,
        context: contextOf(fields.keys),
      },
    };
  return {
    kind: 'problems',
    problems: { who: problemOf(principal), does: problemOf(action), on: problemOf(resource), keys },
  };
}

function problemOf(part: Part<unknown>): string | null {
  return 'problem' in part ? part.problem : null;
}

function readAction(text: string): Part<string> {
  if (text === '') return { problem: 'Name one action, such as s3:GetObject.' };
  if (/^[\w-]+:[\w*?]*[*?][\w*?]*$/.test(text))
    return { problem: `“${text}” names many actions: ask about one, such as s3:GetObject.` };
  if (!/^[a-z0-9-]+:[a-z0-9]+$/i.test(text))
    return { problem: `“${text}” is no action: write service:Action, such as s3:GetObject.` };
  // Services are written in lower case everywhere else; AWS does not mind.
  const colon = text.indexOf(':');
  return { is: `${text.slice(0, colon).toLowerCase()}${text.slice(colon)}` };
}

const WHO = 'the ARN of a role or user, or a service such as codebuild.amazonaws.com';

function readWho(inventory: Inventory, text: string, action: string): Part<Principal> {
  if (text === '') return { problem: `Name who asks: ${WHO}.` };
  const principal = readPrincipal(text, null, action, {});
  if (principal === null) return { problem: `“${text}” names nobody: write ${WHO}.` };
  switch (principal.kind) {
    case 'service':
      return { is: principal };
    case 'web-identity':
      return action.toLowerCase() === 'sts:assumerolewithwebidentity'
        ? { is: principal }
        : { problem: 'An identity provider can only be asked about sts:AssumeRoleWithWebIdentity.' };
    case 'role':
    case 'user':
      return readEntity(inventory, principal);
    default:
      return { problem: `Ask about a role, a user or a service: “${text}” is none of them.` };
  }
}

/** The role or user as the snapshot has it. A session's ARN lacks its role's path: the role of that name is meant. */
function readEntity(
  inventory: Inventory,
  principal: Extract<Principal, { readonly kind: 'role' | 'user' }>,
): Part<Principal> {
  const { arn, account, kind } = principal;
  if (!/^\d{12}$/.test(account)) return { problem: `“${account}” is no account id: it has 12 digits.` };
  const table = kind === 'role' ? inventory.roles : inventory.users;
  if (table.has(arn) || !inventory.iamReadIn.has(account)) return { is: principal };
  const name = arnName(arn);
  const same = [...table.values()].find((one) => one.account === account && one.name === name);
  const owner = accountName(inventory, account);
  if (same === undefined) return { problem: `${owner} has no ${kind} “${name}”; its IAM was read whole.` };
  return { problem: `${owner} has no such ${kind} under this path: its ARN is ${same.arn}.` };
}

/** Requests that always name one resource; without it an answer would be about nothing. */
const NAMES_ONE =
  /^(sts:AssumeRole\w*|iam:PassRole|kms:(Decrypt|Encrypt|ReEncrypt\w*|GenerateDataKey\w*|DescribeKey|Sign|Verify|CreateGrant)|s3:\w*(Object|BucketPolicy|BucketLocation|BucketAcl)\w*|s3:ListBucket)$/i;

function readResource(inventory: Inventory, text: string, action: string): Part<string> {
  if (text === '') return { problem: 'Name the resource by its ARN, or * where the action names none.' };
  if (text === '*')
    return NAMES_ONE.test(action)
      ? { problem: `${action} acts on one resource: name its ARN.` }
      : { is: text };
  const arn = parseArn(text);
  if (arn === null || arn.resource === '')
    return { problem: `“${text}” is no ARN: write arn:aws:s3:::bucket/key, for instance.` };
  if (/^(sts:AssumeRole\w*|iam:PassRole)$/i.test(action) && !/^arn:[\w-]+:iam::\d{12}:role\/./.test(text))
    return { problem: `${action} acts on a role: name its ARN.` };
  if (arn.service !== 'kms' || !arn.resource.startsWith('alias/')) return { is: text };
  const key = [...inventory.keys.values()].find(
    (one) => one.account === arn.account && one.region === arn.region && one.aliases.includes(arn.resource),
  );
  return key === undefined
    ? { problem: `No key with the alias “${arn.resource}” was read there: name the key by its own ARN.` }
    : { is: key.arn };
}

function keyProblem({ key, says, value }: AskedKey): string | null {
  const name = key.trim();
  if (name === '')
    return says === 'value' && value.trim() !== '' ? 'Name the context key of this value.' : null;
  if (!/^[\w-]+:[\w./:@=+-]+$/.test(name))
    return `“${name}” is no context key: write one such as aws:SourceIp.`;
  return says === 'value' && value === ''
    ? `Give ${name} a value, or choose what else is known of it.`
    : null;
}

/** Several rows of one key are its several values. */
function contextOf(keys: readonly AskedKey[]): Context {
  const context: Record<string, KeyState> = {};
  for (const { key, says, value } of keys) {
    const name = key.trim();
    if (name === '') continue;
    const before = context[name];
    if (says !== 'value') context[name] = { absent: ABSENT, present: PRESENT, unknown: UNKNOWN }[says];
    else context[name] = before?.kind === 'known' ? known(...before.values, value) : known(value);
  }
  return context;
}
