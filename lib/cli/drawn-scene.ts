// The drawing that export is asked for: a pipeline, one in two snapshots, or the map of accounts.
import type { Analysis } from '@/lib/analysis/analysis';
import { type Redacted, redactAnalysis, redactBoth } from '@/lib/analysis/redact/redact-analysis';
import { compare } from '@/lib/compare/compare';
import { acceptedScene } from '@/lib/scene/accepted-look';
import { actionKey } from '@/lib/scene/action-trail';
import { buildScene } from '@/lib/scene/build-scene';
import { compareScene } from '@/lib/scene/compare/compare-scene';
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { findEnd, reachDrawing, redactedEnd } from '@/lib/scene/reach-drawing';
import { readView } from '@/lib/scene/read-view';
import { redactedView } from '@/lib/scene/redacted-view';
import { hatShelf } from '@/lib/scene/role-page-shelf';
import type { Scene } from '@/lib/scene/scene';
import { pathOnly, SCOPES } from '@/lib/scene/scoped-scene';
import { buildStack } from '@/lib/scene/stack/build-stack';
import { LAYERS, type SceneView } from '@/lib/scene/view';
import { pipelineNamed } from './choose-pipeline';
import { CannotDo, type Io, type Values } from './command';
import { readAccepted } from './read-accepted';
import { readAnalysis } from './read-analysis';

export const DRAWINGS = ['graph', 'stack', 'accounts'] as const;

export interface DrawnScene {
  readonly scene: Scene;
  /** What the pseudonyms stand for, where it is redacted. */
  readonly mapping: Redacted['mapping'] | null;
}

/** The drawing, as the page has it: under pseudonyms where `redact` says so, what is accepted as outlines. @throws CannotDo with one
 *  clear line */
export async function drawnScene(analysis: Analysis, values: Values, io: Io): Promise<DrawnScene> {
  if (values.before !== undefined) return comparedWith(String(values.before), analysis, values, io);
  if (values.from !== undefined || values.to !== undefined) return blastRadius(analysis, values);
  const weighed = readAccepted(analysis, values, io);
  const arn = values.pipeline === undefined ? null : pipelineNamed(analysis, String(values.pipeline)).arn;
  const view = arn === null ? viewOfMap(values) : viewOf(analysis, arn, values);
  const redacted = values.redact === true ? redactAnalysis(analysis, arn === null ? null : [arn]) : null;
  const shown = redacted === null ? view : redactedView(view, redacted);
  const whole = sceneOf(
    redacted?.analysis ?? analysis,
    arn === null ? null : (redacted?.text(arn) ?? arn),
    shown,
    { drawing: drawingIn(values), group: groupIn(values, redacted) },
  );
  const scene = acceptedScene(whole, redacted?.of(weighed) ?? weighed);
  return {
    scene: values.scope === 'path' && shown.selected !== null ? pathOnly(scene, shown.selected) : scene,
    mapping: redacted?.mapping ?? null,
  };
}

function drawingIn({ pipeline, drawing }: Values): (typeof DRAWINGS)[number] {
  const asked = drawing ?? (pipeline === undefined ? 'accounts' : 'graph');
  const known = DRAWINGS.find((one) => one === asked);
  if (known === undefined) throw new CannotDo(`--drawing is ${DRAWINGS.join(', ')}, not \`${drawing}\``);
  return known;
}

function groupIn({ group }: Values, redacted: Redacted | null): string | null {
  return group === undefined ? null : (redacted?.text(String(group)) ?? String(group));
}

/** What the map of all accounts takes no part in. */
const OF_A_PIPELINE = ['action', 'layer', 'fold', 'hide', 'scope'];

function viewOfMap(values: Values): SceneView {
  const other = OF_A_PIPELINE.find((option) => values[option] !== undefined);
  if (other !== undefined) throw new CannotDo(`--${other} needs --pipeline NAME`);
  return { selected: null };
}

function viewOf(analysis: Analysis, arn: string, values: Values): SceneView {
  const selected = values.action === undefined ? null : String(values.action);
  const keys = analysis.pipelines.find((one) => one.arn === arn)?.paths.map(actionKey) ?? [];
  if (selected !== null && !keys.includes(selected))
    throw new CannotDo(`no action \`${selected}\` in this pipeline: it has ${keys.join(', ')}`);
  const scope = values.scope ?? 'whole';
  if (!SCOPES.some((one) => one === scope))
    throw new CannotDo(`--scope is ${SCOPES.join(' or ')}, not \`${values.scope}\``);
  if (scope === 'path' && selected === null) throw new CannotDo('--scope path needs --action STAGE/ACTION');
  const view = readView({
    selected,
    layers: joined(values.layer),
    fold: joined(values.fold),
    hide: values.hide === undefined ? null : String(values.hide),
  });
  if ('unknownLayer' in view)
    throw new CannotDo(`--layer is ${LAYERS.join(', ')}, not \`${view.unknownLayer}\``);
  return view;
}

function joined(value: unknown): string | null {
  return Array.isArray(value) ? value.join(',') : null;
}

function sceneOf(
  analysis: Analysis,
  pipeline: string | null,
  view: SceneView,
  { drawing, group }: { readonly drawing: (typeof DRAWINGS)[number]; readonly group: string | null },
): Scene {
  if (drawing === 'accounts') return mapOf(analysis, pipeline, group);
  if (pipeline === null) throw new CannotDo(`--drawing ${drawing} needs --pipeline NAME`);
  if (group !== null) throw new CannotDo('--group is of the map of accounts: --drawing accounts');
  if (drawing === 'graph') return buildScene(analysis, pipeline, view);
  const stack = view.selected === null ? null : buildStack(analysis, pipeline, view.selected);
  if (stack === null) throw new CannotDo('--drawing stack needs --action STAGE/ACTION');
  return stack;
}

function mapOf(analysis: Analysis, pipeline: string | null, group: string | null): Scene {
  const of = pipeline === null ? {} : { pipeline };
  if (group === 'all') return mapOfAccounts(analysis, { ...of, all: true }).scene;
  const folded = mapOfAccounts(analysis, of);
  if (group === null) return folded.scene;
  const groups = Object.keys(folded.goals).filter((id) => folded.goals[id]?.kind === 'open');
  if (!groups.includes(group))
    throw new CannotDo(
      groups.length === 0
        ? `no group \`${group}\` in this map: every account has a card of its own`
        : `no group \`${group}\` in this map: it has ${groups.join(', ')}`,
    );
  return mapOfAccounts(analysis, { ...of, open: group }).scene;
}

const NOT_OF_A_BLAST = ['pipeline', ...OF_A_PIPELINE, 'drawing', 'accepted'];

/** The map of accounts with what is reached from somebody, or who gets to a hat. */
function blastRadius(analysis: Analysis, values: Values): DrawnScene {
  const way = values.from === undefined ? 'to' : 'from';
  const other = [...NOT_OF_A_BLAST, ...(way === 'from' ? ['to'] : [])].find(
    (option) => values[option] !== undefined,
  );
  if (other !== undefined) throw new CannotDo(`--${way} does not go with --${other}`);
  const shelf = hatShelf();
  const found = findEnd(analysis, shelf, way, String(values[way]));
  if (found.kind === 'problem') throw new CannotDo(found.problem.replace(/\.$/, ''));
  const redacted = values.redact === true ? redactAnalysis(analysis) : null;
  const group = groupIn(values, redacted);
  if (redacted === null)
    return { scene: reachDrawing(analysis, shelf, way, found.end, group).scene, mapping: null };
  const own = hatShelf();
  const end = redactedEnd(found.end, redacted, own);
  return {
    scene: reachDrawing(redacted.analysis, own, way, end, group).scene,
    mapping: redacted.mapping,
  };
}

/** A pipeline in both snapshots. One that only the earlier has is drawn as well, as gone. */
async function comparedWith(ref: string, after: Analysis, values: Values, io: Io): Promise<DrawnScene> {
  if (values.pipeline === undefined) throw new CannotDo('--before needs --pipeline NAME');
  const other = [
    'action',
    'layer',
    'fold',
    'hide',
    'scope',
    'drawing',
    'group',
    'from',
    'to',
    'accepted',
    'what-if',
  ].find((option) => values[option] !== undefined);
  if (other !== undefined) throw new CannotDo(`--before does not go with --${other}`);
  const before = await readAnalysis(ref, values, io);
  const name = String(values.pipeline);
  const hasIt = after.pipelines.some(
    ({ arn }) => arn === name || after.inventory.pipelines.get(arn)?.name === name,
  );
  const { arn } = pipelineNamed(hasIt ? after : before, name);
  const comparison = compare(before, after, arn);
  const both = values.redact === true ? redactBoth(before, after) : null;
  const scene =
    both === null
      ? compareScene(before, after, comparison, arn)
      : compareScene(both.before, both.after, both.of(comparison), both.text(arn));
  if (scene === null) throw new CannotDo(`no pipeline \`${name}\` in either snapshot`);
  return { scene, mapping: both?.mapping ?? null };
}
