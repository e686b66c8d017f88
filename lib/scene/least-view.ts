// Needed, granted and surplus of a hat, worded, and the least set of policies in each form in which somebody may keep it.
import type { Json } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import type { PolicyChange } from '@/lib/fixes/fix';
import { FIX_FORMATS } from '@/lib/fixes/formats/index';
import { changesOf, type Least, leastOf } from '@/lib/least/least-of';
import type { CodeReason, RoleNeed } from '@/lib/least/role-needs';
import { isExact, type StatementUse } from '@/lib/least/statement-use';
import { type Tried, tryLeast } from '@/lib/least/try-least';
import type { Inventory } from '@/lib/model/inventory';
import type { PolicyPlace } from '@/lib/model/overlay';
import type { Role } from '@/lib/model/resource';
import { arnAccount, arnName } from '@/lib/names/arn';
import { assumesTo } from '@/lib/reach/assume-steps';
import { accountName } from './naming';
import { statementLines } from './policy-lines';
import { counted } from './reach-words';
import type { ChangeTrail, PolicyLine, Words } from './trail';
import { mono, words } from './words';

export interface StatementRow {
  readonly id: string;
  /** `Inline policy access of deploy, statement 2`. */
  readonly title: string;
  readonly says: 'needed as it is' | 'wider than needed' | 'serves nothing known' | 'cannot tell';
  /** `s3:GetObject on arn:aws:s3:::artifacts/shop/*`. */
  readonly serves: readonly string[];
  /** What of it is wider, one sentence each. */
  readonly wider: readonly Words[];
  readonly lines: readonly PolicyLine[];
}

export interface LeastView {
  readonly sentence: Words;
  readonly statements: readonly StatementRow[];
  /** Needed, and granted by nobody. */
  readonly missing: readonly string[];
  /** What is not known, and so not cut off. */
  readonly limits: readonly string[];
  readonly changes: readonly ChangeTrail[];
  /** What else is to be taken off the role. */
  readonly removes: readonly string[];
  /** What judging its pipelines with the set in place says; null where there is no set. */
  readonly tried: string | null;
}

const CODE: Readonly<Record<CodeReason, string>> = {
  build: 'A CodeBuild project runs a repository’s commands with it: cannot tell what the commands need.',
  stack: 'CloudFormation makes what a template says with it: cannot tell what the template needs.',
  commands: 'An action runs commands with it: cannot tell what the commands need.',
  service: 'A service runs somebody’s code with it: cannot tell what the code needs.',
  ci: 'Jobs of a CI system work with it: cannot tell what else the jobs need.',
  'not modelled': 'An action whose needs are not modelled runs with it: cannot tell what it needs.',
};

/** Null where no pipeline uses the role. Never throws. */
export function leastView(judged: Judged, role: Role): LeastView | null {
  const least = leastOf(judged, role);
  if (least === null) return null;
  const { inventory } = judged;
  const { identity, trust, use } = least;
  const isKnown = use.code.length === 0;
  const rows = identity.uses.map((one) => rowOf(one, isKnown));
  const changes = changesOf(least);
  return {
    sentence: sentenceOf(use.pipelines.length, use.makes.length, rows),
    statements: rows,
    missing: identity.missing.map(needText),
    limits: [
      ...use.code.map((reason) => CODE[reason]),
      ...(identity.open === null ? [] : [`Cannot tell what it is granted: ${identity.open}.`]),
      ...(identity.kept > 0
        ? [
            `${counted(identity.kept, 'statement')} of the policy below ${identity.kept === 1 ? 'is' : 'are'} kept for that, named KeptCannotTell: look at ${identity.kept === 1 ? 'it' : 'them'} before you cut.`,
          ]
        : []),
      ...(trust.kept > 0
        ? ['Statements of the trust policy for identity providers are kept as they are.']
        : []),
      ...sizeLimit(identity.change),
    ],
    changes: changes.map((change) => changeOf(inventory, change, whoStaysOut(judged, least))),
    removes: [
      ...identity.removes.inline.map((name) => `inline policy ${name}`),
      ...identity.removes.attached.map((arn) => `attached policy ${arnName(arn)}`),
    ],
    tried: changes.length === 0 ? null : triedWords(tryLeast(judged, least)),
  };
}

function rowOf(use: StatementUse, isKnown: boolean): StatementRow {
  const { source, statement, serves, pointer } = use;
  return {
    id: `${source.id} ${statement}`,
    title: `${source.title.charAt(0).toUpperCase()}${source.title.slice(1)}, statement ${statement + 1}`,
    says: isExact(use)
      ? 'needed as it is'
      : !isKnown
        ? 'cannot tell'
        : serves.length === 0
          ? 'serves nothing known'
          : 'wider than needed',
    serves: [...new Set(serves.map(needText))],
    wider: serves.length === 0 ? [] : widerWords(use),
    lines: statementLines(source.document as Json, pointer, null),
  };
}

function widerWords({ widerActions, widerResources, isByExclusion }: StatementUse): readonly Words[] {
  const of = ({ pattern, used }: { readonly pattern: string; readonly used: readonly string[] }): Words =>
    used.length === 0
      ? words(mono(pattern), ' is there for nothing known')
      : words(
          'of ',
          mono(pattern),
          ' only ',
          ...used.slice(0, 4).flatMap((one, place) => [place === 0 ? '' : ', ', mono(one)]),
          used.length > 4 ? ` and ${used.length - 4} more` : '',
          used.length === 1 ? ' is needed' : ' are needed',
        );
  return [
    ...widerActions.map(of),
    ...widerResources.map(of),
    ...(isByExclusion ? [words('it says what it leaves out, so it covers whatever AWS adds')] : []),
  ];
}

/** `s3:GetObject on arn:aws:s3:::artifacts/shop/*`. Never throws. */
export function needText({ judged: { need }, essential }: RoleNeed): string {
  return `${need.action} on ${need.resource}${essential ? '' : ' (not essential)'}`;
}

function sentenceOf(pipelines: number, needs: number, rows: readonly StatementRow[]): Words {
  const count = (says: StatementRow['says']) => rows.filter((one) => one.says === says).length;
  const parts = (
    ['needed as it is', 'wider than needed', 'serves nothing known', 'cannot tell'] as const
  ).flatMap((says) => (count(says) === 0 ? [] : [`${count(says)} ${PLURAL[says](count(says))}`]));
  return words(
    `${counted(pipelines, 'pipeline')} ${pipelines === 1 ? 'makes' : 'make'} ${counted(needs, 'request')} with it. Of ${counted(rows.length, 'statement')} that ${rows.length === 1 ? 'grants' : 'grant'} it something${parts.length === 0 ? ', none is there' : `, ${parts.join(', ')}`}.`,
  );
}

const PLURAL: Readonly<Record<StatementRow['says'], (count: number) => string>> = {
  'needed as it is': (count) => (count === 1 ? 'is needed as it is' : 'are needed as they are'),
  'wider than needed': (count) => (count === 1 ? 'is wider than needed' : 'are wider than needed'),
  'serves nothing known': (count) => (count === 1 ? 'serves nothing known' : 'serve nothing known'),
  'cannot tell': (count) => (count === 1 ? 'may serve what is not known' : 'may serve what is not known'),
};

/** All inline policies of a role together, without white space.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (read 2026-11-27) */
const MOST_CHARACTERS = 10_240;

function sizeLimit(change: PolicyChange | null): readonly string[] {
  const size = change === null ? 0 : JSON.stringify(change.after).length;
  return size <= MOST_CHARACTERS
    ? []
    : [
        `The policy has ${size} characters, and the inline policies of a role may have ${MOST_CHARACTERS}: split it into managed policies.`,
      ];
}

/** Roles and users that can put it on today, and that no pipeline needs to: what they do with it is not known here. */
function whoStaysOut(judged: Judged, { role, use }: Least): number {
  const needed = new Set(
    use.wornBy.flatMap(({ judged: { need } }) => ('arn' in need.principal ? need.principal.arn : [])),
  );
  return assumesTo(judged, role).filter(
    ({ from, verdict }) =>
      verdict === 'allowed' && (from.kind === 'role' || from.kind === 'user') && !needed.has(from.id),
  ).length;
}

function changeOf(inventory: Inventory, { place, ...change }: PolicyChange, staysOut: number): ChangeTrail {
  const where = whereOf(inventory, place);
  return {
    account: accountName(inventory, accountOf(inventory, place)),
    where,
    sentence: words(
      SENTENCES[place.kind](where),
      place.kind === 'trust' && staysOut > 0
        ? ` ${counted(staysOut, 'principal')} that can put it on today could no longer: what else ${staysOut === 1 ? 'it does' : 'they do'} with it is not known here.`
        : '',
    ),
    statement: null,
    forms: FIX_FORMATS.flatMap(({ id, title, print }) => {
      const text = print({ place, ...change })?.trimEnd();
      return text === undefined
        ? []
        : [{ id, title, text, lines: text.split('\n').map((line) => ({ sign: ' ' as const, text: line })) }];
    }),
  };
}

const REPLACE = (where: string) => `${where}: these statements instead of those that stand there.`;
const SENTENCES: Readonly<Record<PolicyPlace['kind'], (where: string) => string>> = {
  inline: (where) => `${where}: all that the role is granted of its own.`,
  trust: REPLACE,
  managed: REPLACE,
  bucket: (where) => `${where}: what it says of this hat, narrowed; what it says to others stays.`,
  key: (where) => `${where}: what it says of this hat, narrowed; what it says to others stays.`,
  resource: REPLACE,
  guardrail: REPLACE,
};

function whereOf(inventory: Inventory, place: PolicyPlace): string {
  switch (place.kind) {
    case 'trust':
      return `Trust policy of ${arnName(place.role)}`;
    case 'inline':
      return `Inline policy ${place.name} of ${arnName(place.owner)}`;
    case 'managed':
    case 'guardrail':
      return `Policy ${arnName(place.policy)}`;
    case 'bucket':
      return `Bucket policy of ${arnName(place.bucket)}`;
    case 'key':
      return `Key policy of ${inventory.keys.get(place.key)?.aliases[0]?.replace(/^alias\//, '') ?? arnName(place.key)}`;
    case 'resource':
      return `Policy of ${arnName(place.resource)}`;
  }
}

function accountOf(inventory: Inventory, place: PolicyPlace): string | null {
  switch (place.kind) {
    case 'trust':
      return arnAccount(place.role);
    case 'inline':
      return arnAccount(place.owner);
    case 'managed':
    case 'guardrail':
      return arnAccount(place.policy);
    case 'bucket':
      return inventory.buckets.get(place.bucket)?.account ?? null;
    case 'key':
      return arnAccount(place.key);
    case 'resource':
      return arnAccount(place.resource);
  }
}

function triedWords({ needs, better, worse }: Tried): string {
  const told = worse === 0 ? 'none gets worse' : `${worse} ${worse === 1 ? 'gets' : 'get'} worse`;
  return `Judged with all of it in place: of ${counted(needs, 'request')} of its pipelines ${told}${better > 0 ? `, ${better} ${better === 1 ? 'gets' : 'get'} better` : ''}.`;
}
