// What the page of one pipeline is made of: its row, the permission paths of its actions, its drawing.
import 'server-only';
import type { AcceptedToday } from '@/lib/analysis/accepted';
import type { Analysis } from '@/lib/analysis/analysis';
import { viewsOf } from '@/lib/kept/views';
import { acceptedScene, withAcceptedMarks } from '@/lib/scene/accepted-look';
import { type ActionLine, actionLines } from '@/lib/scene/action-lines';
import { actionTrail } from '@/lib/scene/action-trail';
import { drawScene, layOutScene, type SceneGround } from '@/lib/scene/build-scene';
import { type MapOfAccounts, mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { type PackedScene, packScene } from '@/lib/scene/packed-scene';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import type { Scene } from '@/lib/scene/scene';
import { buildStack } from '@/lib/scene/stack/build-stack';
import type { ActionTrail } from '@/lib/scene/trail';
import type { SceneView } from '@/lib/scene/view';

export interface PipelineView {
  readonly row: PipelineRow;
  /** In stage order. */
  readonly actions: readonly ActionLine[];
}

/** The view of the pipeline with this `account.region.name` or ARN, or null where there is none. Never throws. */
export function pipelineView(analysis: Analysis, id: string): PipelineView | null {
  const row = viewsOf(analysis, ['pipelines']).pipelines.find((one) => one.id === id || one.arn === id);
  if (row === undefined) return null;
  const known = views.get(row);
  if (known) return known;
  const view = { row, actions: actionLines(analysis, row.arn) };
  views.set(row, view);
  return view;
}

/** The permission path of one action, worded when it is asked for; null where none is chosen, or it is not there. Never throws. */
export function trailOf(
  analysis: Analysis,
  { row }: PipelineView,
  action: string | null,
  weighed: AcceptedToday,
): ActionTrail | null {
  const trail = action === null ? null : actionTrail(analysis, row.arn, action);
  return trail === null ? null : withAcceptedMarks(trail, weighed);
}

export interface Stack {
  readonly scene: Scene;
  /** `stage/action`: whose stack it is. */
  readonly action: string;
}

/** The stack of hats of an action; of the worst where that one is not there. Null only for a pipeline without actions. Never throws. */
export function stackOf(analysis: Analysis, view: PipelineView, action: string | null): Stack | null {
  const keys = [
    action,
    ...WORST_FIRST.flatMap((state) =>
      view.actions.filter((one) => one.state === state).map((one) => one.key),
    ),
  ];
  for (const key of keys) {
    const scene = key === null ? null : buildStack(analysis, view.row.arn, key);
    if (key !== null && scene !== null) return { scene, action: key };
  }
  return null;
}

const WORST_FIRST = ['broken', 'unknown', 'depends', 'works'] as const;

/** The accounts that this one pipeline reaches; where they are many in groups, of which one can be open. Never throws. */
export function accountsOf(analysis: Analysis, view: PipelineView, open: string | null): MapOfAccounts {
  return mapOfAccounts(analysis, { open, pipeline: view.row.arn });
}

/** How many drawings of one pipeline are kept: a few actions under a few layers. */
const MOST_KEPT = 24;

/** The drawing as it is asked for; the last few are kept. An unknown action is none. */
export function sceneOf(analysis: Analysis, view: PipelineView, asked: SceneView): Scene {
  const selected = view.actions.some(({ key }) => key === asked.selected) ? asked.selected : null;
  const kept = scenes.get(view) ?? new Map<string, Scene>();
  scenes.set(view, kept);
  const key = JSON.stringify([selected, asked.layers, asked.folded, asked.hidden]);
  const scene =
    kept.get(key) ?? drawScene(groundOf(analysis, view, { ...asked, selected }), { ...asked, selected });
  kept.delete(key);
  kept.set(key, scene);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return scene;
}

/** The same as it goes to a page, with what is accepted as outlines. */
export function drawingOf(
  analysis: Analysis,
  view: PipelineView,
  asked: SceneView,
  weighed: AcceptedToday,
): PackedScene {
  const scene = acceptedScene(sceneOf(analysis, view, asked), weighed);
  const drawing = drawings.get(scene) ?? packScene(scene);
  drawings.set(scene, drawing);
  return drawing;
}

/** What stands where, kept for the next action that is selected: that moves nothing. */
function groundOf(analysis: Analysis, view: PipelineView, asked: SceneView): SceneGround {
  // What is hidden spares the path in focus; without it no place hangs on the selection.
  const key = JSON.stringify([
    asked.folded,
    asked.hidden,
    (asked.hidden ?? '') === '' ? null : asked.selected,
  ]);
  const last = grounds.get(view);
  if (last?.key === key) return last.ground;
  const ground = layOutScene(analysis, view.row.arn, asked);
  grounds.set(view, { key, ground });
  return ground;
}

// All live as long as the analysis that they were made from.
const views = new WeakMap<PipelineRow, PipelineView>();
const drawings = new WeakMap<Scene, PackedScene>();
const grounds = new WeakMap<PipelineView, { readonly key: string; readonly ground: SceneGround }>();
const scenes = new WeakMap<PipelineView, Map<string, Scene>>();
