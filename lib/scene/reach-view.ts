// What is reached from a hat or an account, and who comes to it: the rows of a page, every step with the statements that decide it.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { isJsonObject, type Json } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import type { Inventory } from '@/lib/model/inventory';
import { arnAccount, arnName } from '@/lib/names/arn';
import type { Chain, WornFrom } from '@/lib/reach/chains';
import { type ReachedThing, reachOf, type Way } from '@/lib/reach/reach-of';
import type { Half, Passable, Said, Step } from '@/lib/reach/step';
import type { State } from '@/lib/verdict/judgement';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';
import { stateOf } from '@/lib/verdict/state';
import { accountName } from './naming';
import { pipelineId } from './pipeline-rows';
import { statementLines } from './policy-lines';
import { comersOf, type ReachEnd } from './reach-ends';
import { beingName, counted, hatName, hatsIn, openWords, stepWords, WAY_WORDS } from './reach-words';
import { roleId } from './role-page-id';
import { stateWord } from './state-word';
import type { PolicyLine, Words } from './trail';
import { mono, words } from './words';

/** A statement that decides a step. */
export interface HalfRow {
  readonly id: string;
  /** `the hat lets it`, `it may ask`. */
  readonly side: string;
  /** `Trust policy of deploy, statement 2`. */
  readonly title: string;
  readonly lines: readonly PolicyLine[];
}

export interface StepRow {
  readonly id: string;
  readonly sentence: Words;
  readonly state: State;
  /** `depends on sts:ExternalId`; null where it works. */
  readonly open: string | null;
  readonly halves: readonly HalfRow[];
}

/** One end of a chain and the way there. */
export interface ChainRow {
  readonly id: string;
  readonly name: string;
  /** What it is, where it is no hat: `user`, `AWS service`. */
  readonly kind: string | null;
  readonly roleId: string | null;
  readonly state: State;
  /** `works`; where something is changed on the way `could, by a change`. */
  readonly word: string;
  readonly steps: readonly StepRow[];
}

export interface ChainGroup {
  readonly title: string;
  readonly rows: readonly ChainRow[];
  /** Those that are not among the rows. */
  readonly more: number;
}

export interface ThingRow {
  readonly id: string;
  readonly kind: 'pipeline' | 'bucket' | 'key';
  readonly name: string;
  readonly account: string;
  /** How the page of the pipeline is named; null of a store. */
  readonly pipeline: string | null;
  readonly ways: readonly {
    readonly word: string;
    readonly state: State;
    /** By which hat; null where it is the one that one begins with. */
    readonly by: string | null;
    /** How the hat is come by; none where one begins with it. */
    readonly steps: readonly StepRow[];
    /** What decides that it may; null where it is so by the pipeline's definition. */
    readonly deciding: StepRow | null;
  }[];
}

export interface ReachView {
  /** `From here: 3 hats in 2 accounts, 1 pipeline, 2 buckets, 1 key.` */
  readonly fromHere: Words;
  readonly hats: readonly ChainGroup[];
  readonly pipelines: readonly ThingRow[];
  readonly stores: readonly ThingRow[];
  readonly moreThings: number;
  readonly whoGetsHere: Words;
  readonly comers: readonly ChainGroup[];
  /** What is not followed. */
  readonly limits: string;
}

export const LIMITS =
  'Followed: putting on a hat, rewriting a pipeline or the trust policy of a hat, and handing a hat to a service that runs code of one’s own. Not followed: instances of EC2, giving oneself further rights, keys and passwords of users, replacing what a build or a template runs, and access control lists.';

const MOST_ROWS = 60;
/** Hats of which a page asks what they may do with things: somebody waits for it. */
export const MOST_ASKED = 2000;

/** What the evaluator is asked with: the analysis, and what was compiled of it. Never throws. */
export function judgedFor({ inventory, pipelines }: Analysis, shelf: PolicyShelf): Judged {
  return { inventory, pipelines, shelf };
}

/** Everything that is reached from there, and whoever comes to it: both of them null where nobody asks. Never throws. */
export function reachView(judged: Judged, from: ReachEnd | null, to: ReachEnd | null): ReachView {
  const { inventory } = judged;
  const { worn, things, notAsked } = reachOf(judged, from?.starts ?? [], MOST_ASKED);
  const comers = to === null ? [] : comersOf(judged, to);
  const pipelines = things.filter(({ kind }) => kind === 'pipeline');
  const stores = things.filter(({ kind }) => kind !== 'pipeline');
  const rows = rowMaker(judged);
  return {
    fromHere: words(
      summaryOf(worn, things),
      notAsked === 0
        ? ''
        : ` Of ${counted(notAsked, 'hat')} furthest away nobody asked about pipelines, buckets and keys: hatstack reach --format json does.`,
    ),
    hats: grouped(
      worn,
      ({ role }) => accountName(inventory, arnAccount(role)),
      ({ role, chain }) => ({
        id: role,
        name: hatName(inventory, role),
        kind: inventory.roles.has(role) ? null : 'not scanned',
        roleId: inventory.roles.has(role) ? roleId(role) : null,
        ...rows.chain(chain),
      }),
    ),
    pipelines: pipelines
      .slice(0, MOST_ROWS)
      .map((one) => thingRow(inventory, one, rows, from?.starts.length === 1)),
    stores: stores
      .slice(0, MOST_ROWS)
      .map((one) => thingRow(inventory, one, rows, from?.starts.length === 1)),
    moreThings: Math.max(0, pipelines.length - MOST_ROWS) + Math.max(0, stores.length - MOST_ROWS),
    whoGetsHere: words(
      comers.length === 0
        ? 'Nobody of what was read comes to it.'
        : `${counted(comers.length, 'principal')} ${comers.length === 1 ? 'comes' : 'come'} to it: ${byVerdict(comers.map(({ chain }) => chain))}.`,
    ),
    comers: grouped(
      comers,
      ({ being }) => GROUPS[being.kind] ?? accountName(inventory, being.account),
      ({ being, chain }) => ({
        id: being.id,
        name: beingName(inventory, being),
        kind: being.kind === 'role' ? null : being.kind === 'service' ? 'AWS service' : being.kind,
        roleId: being.kind === 'role' ? roleId(being.id) : null,
        ...rows.chain(chain),
      }),
    ),
    limits: LIMITS,
  };
}

const GROUPS: Readonly<Partial<Record<string, string>>> = {
  service: 'AWS services',
  'identity provider': 'Identity providers',
  account: 'Accounts that were not scanned',
  anybody: 'Anybody',
};

function grouped<T>(
  all: readonly T[],
  titleOf: (one: T) => string,
  rowOf: (one: T) => ChainRow,
): readonly ChainGroup[] {
  return [...groupBy(all, titleOf)].map(([title, members]) => ({
    title,
    rows: members.slice(0, MOST_ROWS).map(rowOf),
    more: Math.max(0, members.length - MOST_ROWS),
  }));
}

/** `3 hats in 2 accounts, 1 pipeline, 2 buckets and 1 key`. Never throws. */
export function summaryOf(worn: readonly WornFrom[], things: readonly ReachedThing[]): string {
  const count = (kind: ReachedThing['kind']) => things.filter((one) => one.kind === kind).length;
  const hats = hatsIn(worn.map(({ role }) => arnAccount(role)));
  const parts = [
    hats,
    counted(count('pipeline'), 'pipeline'),
    counted(count('bucket'), 'bucket'),
    counted(count('key'), 'key'),
  ];
  const told = worn.length === 0 ? '' : ` Of the hats, ${byVerdict(worn.map(({ chain }) => chain))}.`;
  const text = `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.${told}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** `2 for certain, 3 by changing something first, 1 depends on the request, 1 cannot be told`. Never throws. */
export function byVerdict(chains: readonly Pick<Chain, 'verdict' | 'changes'>[]): string {
  const count = (wanted: Passable) => chains.filter(({ verdict }) => verdict === wanted).length;
  const [all, depends, unknown] = [count('allowed'), count('depends'), count('unknown')];
  const after = chains.filter(({ verdict, changes }) => verdict === 'allowed' && changes).length;
  return [
    `${all - after} for certain`,
    ...(after > 0 ? [`${after} by changing something first`] : []),
    ...(depends > 0 ? [`${depends} ${depends === 1 ? 'depends' : 'depend'} on the request`] : []),
    ...(unknown > 0 ? [`${unknown} cannot be told`] : []),
  ].join(', ');
}

interface RowMaker {
  readonly chain: (chain: Chain) => Pick<ChainRow, 'state' | 'word' | 'steps'>;
  readonly said: (said: Said, sentence: Words, id: string) => StepRow;
}

/** Rows of the same step and statement are one object: a page sends each but once. */
function rowMaker({ inventory }: Judged): RowMaker {
  const steps = new Map<Step, StepRow>();
  const halves = new Map<string, HalfRow>();
  const halfRow = (half: Half): HalfRow => {
    const id = `${half.side} ${half.source.id} ${half.statement}`;
    const row = halves.get(id) ?? halfOf(half, id);
    halves.set(id, row);
    return row;
  };
  const said: RowMaker['said'] = (one, sentence, id) => ({
    id,
    sentence,
    state: stateOf(one.verdict),
    open: openWords(one),
    halves: one.halves.map(halfRow),
  });
  const stepRow = (step: Step): StepRow => {
    const row = steps.get(step) ?? said(step, stepWords(inventory, step), `${step.from.id} ${step.to}`);
    steps.set(step, row);
    return row;
  };
  return {
    said,
    chain: ({ steps: all, verdict, changes }) => ({
      state: stateOf(verdict),
      word: changes && verdict === 'allowed' ? 'could, by a change' : stateWord(stateOf(verdict)),
      steps: all.map(stepRow),
    }),
  };
}

function halfOf({ side, source, statement, pointer, effect }: Half, id: string): HalfRow {
  const document = source.document as Json;
  return {
    id,
    side:
      effect === 'Deny'
        ? 'may forbid it'
        : side === 'resource'
          ? 'the other side lets it'
          : 'its own side lets it',
    title: `${source.title.charAt(0).toUpperCase()}${source.title.slice(1)}, statement ${statement + 1}`,
    lines: isJsonObject(document) ? statementLines(document, pointer, null) : [],
  };
}

function thingRow(
  inventory: Inventory,
  { kind, arn, account, ways }: ReachedThing,
  rows: RowMaker,
  isOneHat: boolean,
): ThingRow {
  return {
    id: arn,
    kind,
    name: thingName(inventory, kind, arn),
    account: accountName(inventory, account),
    pipeline: kind === 'pipeline' ? pipelineId(arn) : null,
    ways: ways.map((way) => ({
      word: WAY_WORDS[way.word],
      state: stateOf(way.verdict),
      by: way.chain === null && isOneHat ? null : hatName(inventory, way.by),
      steps: way.chain === null ? [] : rows.chain(way.chain).steps,
      deciding:
        way.said.halves.length === 0 && way.said.open.length === 0
          ? null
          : rows.said(way.said, wayWords(inventory, way, kind, arn), `${way.word} ${arn}`),
    })),
  };
}

/** `artifacts-use1`, the alias of a key, the name of a pipeline. Never throws. */
export function thingName(inventory: Inventory, kind: ReachedThing['kind'], arn: string): string {
  if (kind === 'key') return inventory.keys.get(arn)?.aliases[0] ?? arnName(arn);
  return kind === 'pipeline' ? (inventory.pipelines.get(arn)?.name ?? arnName(arn)) : arnName(arn);
}

function wayWords(inventory: Inventory, { word, by }: Way, kind: ReachedThing['kind'], arn: string): Words {
  const verb =
    word === 'starts' || word === 'rewrites' ? word : `${WAY_WORDS[word]}${kind === 'key' ? ' with' : ''}`;
  return words(
    mono(hatName(inventory, by)),
    ` ${verb} ${kind === 'pipeline' ? 'the pipeline ' : ''}`,
    mono(thingName(inventory, kind, arn)),
  );
}
