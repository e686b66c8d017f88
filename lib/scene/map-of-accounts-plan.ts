// Who reaches whom: accounts and what their pipelines reach, as plain facts, before anything has a place.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { isProd, tierOf } from '@/lib/model/tier';
import type { JudgedHop, JudgedPath, JudgedPipeline, State } from '@/lib/verdict/judgement';
import { badness, worst } from '@/lib/verdict/state';
import type { MapAccount, MapPlan, MapReach, MapRow } from './map-of-accounts-model';
import { outsiders } from './map-of-accounts-outside';
import { accountName } from './naming';

interface Step {
  readonly pipeline: JudgedPipeline;
  readonly hub: string;
  readonly path: JudgedPath;
}

/** The accounts of the pipelines and those that they, CI systems and strangers reach. Never throws. */
export function mapPlan(analysis: Analysis): MapPlan {
  const steps = analysis.pipelines.flatMap((pipeline): readonly Step[] => {
    const hub = analysis.inventory.pipelines.get(pipeline.arn)?.account;
    return hub === undefined ? [] : pipeline.paths.map((path) => ({ pipeline, hub, path }));
  });
  const byHub = groupBy(steps, (step) => step.hub);
  const away = steps.filter((step) => step.path.path.account !== step.hub);
  const byTarget = groupBy(away, (step) => step.path.path.account);
  const hubs = [...byHub].map(([id, own]) => hubOf(analysis, id, own));
  const targets = [...byTarget]
    .filter(([id]) => !byHub.has(id))
    .map(([id, coming]) => targetOf(analysis, id, coming));
  const reaches = [...groupBy(away, (step) => `${step.hub} ${step.path.path.account}`).values()].map((pair) =>
    reachOf(analysis, pair),
  );
  const known = new Set([...hubs, ...targets].map((one) => one.id));
  const strangers = outsiders(analysis, known);
  return {
    hubs: hubs.sort(byWorst),
    targets: targets.sort(byWorst),
    outside: strangers.accounts,
    reaches: [...reaches, ...strangers.reaches],
  };
}

/** Worst first, then production, then by how many pipelines come by. */
function byWorst(a: MapAccount, b: MapAccount): number {
  return (
    badness(b.state ?? 'works') - badness(a.state ?? 'works') ||
    Number(b.isProd) - Number(a.isProd) ||
    b.pipelines - a.pipelines ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)
  );
}

function hubOf(analysis: Analysis, id: string, steps: readonly Step[]): MapAccount {
  const pipelines = new Set(steps.map((step) => step.pipeline));
  const staying = [...pipelines].filter((one) => one.paths.every((path) => path.path.account === id)).length;
  return {
    ...accountOf(analysis, id),
    kind: 'hub',
    note: `${pipelines.size} ${pipelines.size === 1 ? 'pipeline' : 'pipelines'}${staying === 0 ? '' : `, ${staying} ${staying === 1 ? 'stays' : 'stay'} here`}`,
    state: worst([...pipelines].map((one) => one.state)),
    pipelines: pipelines.size,
    rows: storeRows(steps, id),
    stage: 0,
  };
}

function targetOf(analysis: Analysis, id: string, steps: readonly Step[]): MapAccount {
  const rows = [...groupBy(steps, (step) => step.path.path.region)].map(([region, here]): MapRow => {
    const state = worst(here.map((step) => step.path.state));
    const inState = countPipelines(here.filter((step) => step.path.state === state));
    return {
      region,
      state,
      text: state === 'works' ? '' : inStateText(inState, state),
      count: countPipelines(here),
    };
  });
  return {
    ...accountOf(analysis, id),
    kind: 'target',
    note: '',
    state: worst(steps.map((step) => step.path.state)),
    pipelines: countPipelines(steps),
    rows: rows.sort((a, b) => (a.region < b.region ? -1 : 1)),
    stage: steps.reduce((sum, step) => sum + step.path.path.stageIndex, 0) / steps.length,
  };
}

function accountOf(
  { inventory, snapshot }: Analysis,
  id: string,
): Pick<MapAccount, 'id' | 'name' | 'second' | 'isProd' | 'isScanned' | 'goal' | 'units' | 'tier'> {
  const name = accountName(inventory, id);
  const isKnown = inventory.accounts.has(id) || snapshot.accounts.includes(id);
  return {
    id,
    name,
    second: name === id ? '' : id,
    isProd: isProd(inventory, id),
    isScanned: inventory.iamReadIn.has(id),
    goal: isKnown ? { kind: 'account', id } : { kind: 'pipelines', find: id, state: null },
    units: inventory.accounts.get(id)?.ouPath ?? [],
    tier: tierOf(inventory, id)?.name ?? null,
  };
}

function reachOf({ inventory }: Analysis, pair: readonly Step[]): MapReach {
  const from = pair[0]?.hub ?? '';
  const to = pair[0]?.path.path.account ?? '';
  const state = worst(pair.map((step) => step.path.state));
  const name = accountName(inventory, to);
  return {
    from,
    to,
    pipelines: pipelinesOf(pair),
    state,
    inState: pipelinesOf(pair.filter((step) => step.path.state === state)),
    overBroad: pair.some((step) => step.path.overBroad),
    marks: [...new Set(pair.flatMap((step) => step.path.marks))],
    ends: [accountName(inventory, from), name],
    goal: { kind: 'pipelines', find: name, state: state === 'works' ? null : state },
  };
}

/** "tools reaches prod: 5 pipelines, 1 broken, over-broad". Never throws. */
export function reachLabel({ ends, pipelines, state, inState, overBroad, blast }: MapReach): string {
  const [from, to] = ends;
  if (blast !== undefined) return `from ${from} to ${to}: ${blastWords(blast)}, ${SURE[state]}`;
  if (pipelines.size === 0)
    return state === 'unknown'
      ? `${from}, not scanned, may put on hats of ${to}`
      : `${from} may put on hats of ${to}`;
  const many = `${pipelines.size} ${pipelines.size === 1 ? 'pipeline' : 'pipelines'}`;
  const told = state === 'works' || state === 'neutral' ? 'all work' : inStateText(inState.size, state);
  return `${from} reaches ${to}: ${many}, ${told}${overBroad ? ', over-broad' : ''}`;
}

const SURE: Readonly<Record<MapReach['state'], string>> = {
  works: 'for certain',
  depends: 'depends on the request',
  unknown: 'cannot be told',
  broken: 'not',
  neutral: 'for certain',
};

/** `3 hats`, `2 stores`, `1 hat, 2 stores`. Never throws. */
export function blastWords({ hats, things }: NonNullable<MapReach['blast']>): string {
  const of = (count: number, one: string) =>
    count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`];
  return [...of(hats, 'hat'), ...of(things, 'store')].join(', ');
}

/** An account that no pipeline touches, and that is come by all the same. Never throws. */
export function bystander(analysis: Analysis, id: string): MapAccount {
  return {
    ...accountOf(analysis, id),
    kind: 'target',
    note: '',
    state: null,
    pipelines: 0,
    rows: [],
    stage: Number.MAX_SAFE_INTEGER,
  };
}

/** `1 broken`, `2 cannot tell`, `3 depend`. Never throws. */
export function inStateText(count: number, state: State): string {
  const words = {
    broken: 'broken',
    unknown: 'cannot tell',
    depends: count === 1 ? 'depends' : 'depend',
    works: count === 1 ? 'works' : 'work',
  } as const;
  return `${count} ${words[state]}`;
}

function countPipelines(steps: readonly Step[]): number {
  return pipelinesOf(steps).size;
}

function pipelinesOf(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(steps.map((step) => step.pipeline.arn));
}

const ARTIFACT_HOPS: readonly string[] = ['reads', 'writes', 'decrypts', 'encrypts', 'replicates'];

/** Store and key of each region, and whether they let everybody in who comes for artifacts. */
function storeRows(steps: readonly Step[], hub: string): readonly MapRow[] {
  const kinds = new Map<string, Map<'store' | 'key', State>>();
  for (const { pipeline, path } of steps) {
    for (const judged of path.hops) {
      if (!ARTIFACT_HOPS.includes(judged.hop.kind)) continue;
      const node = pipeline.nodes.find((one) => one.id === judged.hop.to);
      if (node?.account !== hub || node.region === null) continue;
      if (node.kind !== 'store' && node.kind !== 'key' && node.job !== 'store') continue;
      const kind = node.kind === 'key' ? 'key' : 'store';
      const region = kinds.get(node.region) ?? new Map<'store' | 'key', State>();
      kinds.set(node.region, region);
      region.set(kind, worst([region.get(kind) ?? 'works', ownState(judged)]));
    }
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, found]): MapRow => {
      const state = worst(found.values());
      const atFault = (['key', 'store'] as const).find((kind) => found.get(kind) === state);
      const all = (['store', 'key'] as const).filter((kind) => found.has(kind)).join(', ');
      const told = { broken: 'broken', unknown: 'cannot tell', depends: 'depends', works: '' } as const;
      return { region, state, text: state === 'works' ? all : `${atFault} ${told[state]}`, count: null };
    });
}

/** What the store or key itself says: across accounts its own side. */
function ownState({ sides, state }: JudgedHop): State {
  return sides.crossAccount ? sides.resource : state;
}
