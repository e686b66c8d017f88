// What can be gone to by its name: pipelines, actions, hats, buckets, accounts and findings of a snapshot, found by a few letters.
import type { Analysis } from '@/lib/analysis/analysis';
import { fuzzyScore, fuzzyWords } from '@/lib/base/fuzzy';
import type { Severity } from '@/lib/findings/finding';
import type { State } from '@/lib/verdict/judgement';
import { actionKey } from './action-trail';
import { findingRows } from './findings-page';
import { accountName } from './naming';
import { pipelineId } from './pipeline-rows';
import { roleId } from './role-page-id';

/** Where a choice leads; the page knows the addresses. */
export type PaletteGoal =
  | { readonly kind: 'pipeline'; readonly id: string }
  | { readonly kind: 'action'; readonly pipeline: string; readonly action: string }
  | { readonly kind: 'hat'; readonly id: string }
  /** `pipeline`: one that keeps its artifacts there, the worst first; null where none does. */
  | { readonly kind: 'bucket'; readonly arn: string; readonly name: string; readonly pipeline: string | null }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'finding'; readonly id: string };

export type PaletteKind = PaletteGoal['kind'];

export interface PaletteChoice {
  readonly name: string;
  /** Tells it from others of the same name. */
  readonly where: string;
  readonly state: State | null;
  readonly severity: Severity | null;
  readonly goal: PaletteGoal;
}

/** What was found of one kind. */
export interface PaletteGroup {
  readonly kind: PaletteKind;
  readonly choices: readonly PaletteChoice[];
  /** How many there are in all. */
  readonly total: number;
}

/** Everything of a snapshot that has a name, as plain data. */
export type PaletteThings = readonly {
  readonly kind: PaletteKind;
  readonly choices: readonly PaletteChoice[];
}[];

/** As many of each kind as are looked through at a glance. */
const MOST = 7;

/** Everything that has a name, worst pipelines first; made once, asked often. Never throws. */
export function paletteThings(analysis: Analysis): PaletteThings {
  const { inventory, pipelines } = analysis;
  const group = (kind: PaletteKind, choices: readonly PaletteChoice[]) => ({ kind, choices });
  return [
    group(
      'pipeline',
      pipelines.map(({ arn, state }) => ({ ...pipelineChoice(analysis, arn), state })),
    ),
    group('action', actionChoices(analysis)),
    group(
      'hat',
      [...inventory.roles.values()].map(({ arn, name, account }) => ({
        ...PLAIN,
        name,
        where: `${accountName(inventory, account)} · ${account}`,
        goal: { kind: 'hat', id: roleId(arn) },
      })),
    ),
    group('bucket', bucketChoices(analysis)),
    group(
      'account',
      [...inventory.accounts.values()].map(({ id, name }) => ({
        ...PLAIN,
        name,
        where: name === id ? '' : id,
        goal: { kind: 'account', id },
      })),
    ),
    group(
      'finding',
      findingRows(analysis).map(({ id, title, rule, name, account, severity }) => ({
        ...PLAIN,
        name: title.replaceAll('`', ''),
        where: `${name} · ${account} · ${rule}`,
        severity,
        goal: { kind: 'finding', id },
      })),
    ),
  ];
}

/** The best of each kind, the kind with the best first; nothing typed: the first pipelines. Bounded, whatever the size of the snapshot.
 *  Never throws. */
export function paletteFind(things: PaletteThings, typed: string): readonly PaletteGroup[] {
  const words = fuzzyWords(typed);
  if (words.length === 0)
    return things
      .filter(({ kind, choices }) => kind === 'pipeline' && choices.length > 0)
      .map(({ kind, choices }) => ({ kind, choices: choices.slice(0, MOST), total: choices.length }));
  return things
    .map(({ kind, choices }) => ({ kind, ...bestOf(words, choices) }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.best - a.best)
    .map(({ kind, choices, total }) => ({ kind, choices, total }));
}

/** One pass that keeps the few best: sorting all of a hundred thousand would cost more than finding them. */
function bestOf(words: readonly string[], choices: readonly PaletteChoice[]) {
  const top: { score: number; choice: PaletteChoice }[] = [];
  let total = 0;
  for (const { choice, name, more } of small(choices)) {
    const fit = fuzzyScore(words, name, more);
    if (fit === null) continue;
    total += 1;
    const score = fit + (choice.state === null ? 0 : URGENT[choice.state]);
    const worst = top.at(-1);
    if (top.length === MOST && worst !== undefined && score <= worst.score) continue;
    const place = top.findIndex((one) => one.score < score);
    top.splice(place < 0 ? top.length : place, 0, { score, choice });
    if (top.length > MOST) top.pop();
  }
  return { choices: top.map(({ choice }) => choice), total, best: top[0]?.score ?? 0 };
}

interface Small {
  readonly choice: PaletteChoice;
  readonly name: string;
  readonly more: string;
}

/** In small letters, made once: every letter that is typed looks through all of them. */
function small(choices: readonly PaletteChoice[]): readonly Small[] {
  const made =
    smallOf.get(choices) ??
    choices.map((choice) => ({
      choice,
      name: choice.name.toLowerCase(),
      more: choice.where.toLowerCase(),
    }));
  smallOf.set(choices, made);
  return made;
}

const smallOf = new WeakMap<readonly PaletteChoice[], readonly Small[]>();

/** Of those that fit alike, what needs somebody comes first. */
const URGENT: Readonly<Record<State, number>> = { broken: 16, unknown: 8, depends: 4, works: 0 };

const PLAIN = { state: null, severity: null } as const;

function pipelineChoice({ inventory }: Analysis, arn: string): PaletteChoice {
  const pipeline = inventory.pipelines.get(arn);
  return {
    ...PLAIN,
    name: pipeline?.name ?? arn,
    where: pipeline === undefined ? '' : `${accountName(inventory, pipeline.account)} · ${pipeline.region}`,
    goal: { kind: 'pipeline', id: pipelineId(arn) },
  };
}

function actionChoices(analysis: Analysis): readonly PaletteChoice[] {
  return analysis.pipelines.flatMap((judged) => {
    const { name } = pipelineChoice(analysis, judged.arn);
    return judged.paths.map((path) => ({
      ...PLAIN,
      name: path.path.action,
      where: `${name} · ${path.path.stage}`,
      state: path.state,
      goal: { kind: 'action', pipeline: pipelineId(judged.arn), action: actionKey(path) } as const,
    }));
  });
}

function bucketChoices({ inventory, pipelines }: Analysis): readonly PaletteChoice[] {
  const users = new Map<string, string>();
  for (const { arn } of pipelines)
    for (const { bucket } of inventory.pipelines.get(arn)?.stores ?? [])
      if (!users.has(bucket)) users.set(bucket, pipelineId(arn));
  return [...inventory.buckets.values()].map(({ arn, name, account }) => ({
    ...PLAIN,
    name,
    where: accountName(inventory, account),
    goal: { kind: 'bucket', arn, name, pipeline: users.get(name) ?? null },
  }));
}
