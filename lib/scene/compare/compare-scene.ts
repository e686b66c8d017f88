// The one graph of a comparison: a pipeline as it was and as it is, with what is new, gone and different marked.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import type { Comparison } from '@/lib/compare/comparison';
import type { Arn } from '@/lib/names/arn';
import { drawScene, layOutScene, type SceneGround } from '../build-scene';
import { CHANGE_WORDS, turnWords } from '../cause-of-change';
import { exactTime } from '../exact-time';
import { lengthOf, pointAt } from '../layout/path-walk';
import type { Spot } from '../layout/place-rings';
import type { Point } from '../layout/polyline';
import { buildPlan } from '../plan/build-plan';
import type { PlanCard, PlanLink } from '../plan/plan';
import type { Box, Line, Primitive, Scene } from '../scene';
import { stateWord } from '../state-word';
import type { SceneView } from '../view';
import { changeLegend, changeOutline, changeSign, changeTag, type Mark } from './change-marks';
import { judgedIn, unionOf } from './union-pipeline';

interface Marked {
  readonly mark: Mark;
  /** What the tag says. */
  readonly word: string;
}

const PALE = 0.6;

/** The drawing of a pipeline in both snapshots; null where neither has it. What did not change is pale. Selecting is not offered: the
 *  drawing is of both. Never throws. */
export function compareScene(
  before: Analysis,
  after: Analysis,
  comparison: Comparison,
  arn: Arn,
  view: Omit<SceneView, 'selected'> = {},
): Scene | null {
  const union = unionOf(before, after, arn);
  if (union === null) return null;
  const ground = layOutScene(union, arn, { ...view, selected: null });
  const marks = marksOf(before, after, comparison, arn, ground);
  const lines = linesOf(before, after, arn, ground);
  const scene = drawScene(ground, { ...view, selected: null });
  const boxes = scene.boxes.map((box) => markBox(box, marks.get(box.id)));
  const drawn = scene.lines.map((line) =>
    markLine(line, lines.get(line.id), ground.spots.get(line.id) ?? []),
  );
  const seen = new Set<Mark>([
    ...boxes.flatMap((box) => marks.get(box.id)?.mark ?? []),
    ...drawn.flatMap((line) => (line.parts.length > 0 ? (lines.get(line.id) ?? []) : [])),
  ]);
  const { name } = ground.plan;
  return {
    ...scene,
    title: `${name}, before and after`,
    description: describe(name, [...marks.values()], [...lines.values()]),
    caption: `Before: ${before.snapshot.id}, ${exactTime(before.snapshot.takenAt)}. After: ${after.snapshot.id}, ${exactTime(after.snapshot.takenAt)}`,
    boxes,
    lines: drawn,
    legend: [...changeLegend(seen), ...scene.legend],
  };
}

function marksOf(
  before: Analysis,
  after: Analysis,
  comparison: Comparison,
  arn: Arn,
  { plan }: SceneGround,
): ReadonlyMap<string, Marked> {
  const [old, now] = [cardsOf(before, arn), cardsOf(after, arn)];
  const documents = groupBy(comparison.changes, ({ subject }) => subject);
  const nodes = new Map(
    [before, after].flatMap((side) => judgedIn(side, arn)?.nodes ?? []).map((node) => [node.id, node.arn]),
  );
  const actions = new Map(
    comparison.pipelines.find((one) => one.arn === arn)?.actions.map((one) => [one.key, one]) ?? [],
  );
  const marks = new Map<string, Marked>();
  for (const card of plan.cards) {
    const marked = card.kind === 'folded' ? foldedMark(card) : markOf(card);
    if (marked !== null) marks.set(card.id, marked);
  }
  return marks;

  function foldedMark({ paths }: PlanCard): Marked | null {
    const count = paths.filter((path) => actions.has(path)).length;
    return count === 0
      ? null
      : { mark: 'changed', word: `${count} ${count === 1 ? 'action differs' : 'actions differ'}` };
  }

  function markOf(card: PlanCard): Marked | null {
    const [was, is] = [old.get(card.id), now.get(card.id)];
    if (was === undefined) return is === undefined ? null : { mark: 'added', word: 'added' };
    if (is === undefined) return { mark: 'removed', word: 'removed' };
    const action = card.opens === null ? undefined : actions.get(card.opens);
    if (action !== undefined && (was.state !== is.state || was.overBroad !== is.overBroad))
      return { mark: 'changed', word: turnWords(action.before, action.after) };
    if (action !== undefined) return { mark: 'changed', word: 'changed' };
    const own = documents.get(nodes.get(card.id) ?? '');
    if (own !== undefined) return { mark: 'changed', word: documentWord(own) };
    if (card.opens !== null || (was.mark === is.mark && was.overBroad === is.overBroad)) return null;
    return { mark: 'changed', word: markWords(was, is) };
  }
}

/** Where only the reading differs, that. */
function documentWord(changes: Comparison['changes']): string {
  const [kind, ...others] = new Set(changes.map((one) => one.kind));
  const isReading = kind === 'no-longer-known' || kind === 'now-known';
  return isReading && others.length === 0 ? CHANGE_WORDS[kind] : 'changed';
}

function markWords(was: PlanCard, is: PlanCard): string {
  if (was.mark !== is.mark) return `${saidOf(was)} → ${saidOf(is)}`;
  return is.overBroad ? 'now over-broad' : 'no longer over-broad';
}

function saidOf({ mark }: PlanCard): string {
  return mark === null ? 'nothing wrong' : stateWord(mark);
}

/** What one side would draw, nothing folded. */
function planOf(analysis: Analysis, arn: Arn) {
  return judgedIn(analysis, arn) === undefined
    ? { cards: [], links: [] }
    : buildPlan(analysis, arn, { selected: null, folded: [] });
}

function cardsOf(analysis: Analysis, arn: Arn): ReadonlyMap<string, PlanCard> {
  return new Map(planOf(analysis, arn).cards.map((card) => [card.id, card]));
}

function linesOf(
  before: Analysis,
  after: Analysis,
  arn: Arn,
  { plan }: SceneGround,
): ReadonlyMap<string, Mark> {
  const byId = (links: readonly PlanLink[]) => new Map(links.map((link) => [link.id, link]));
  const [old, now] = [byId(planOf(before, arn).links), byId(planOf(after, arn).links)];
  const marks = new Map<string, Mark>();
  for (const { id } of plan.links) {
    const [was, is] = [old.get(id), now.get(id)];
    if (was === undefined && is !== undefined) marks.set(id, 'added');
    else if (was !== undefined && is === undefined) marks.set(id, 'removed');
    else if (was?.state !== is?.state || was?.overBroad !== is?.overBroad) marks.set(id, 'changed');
  }
  return marks;
}

function markBox(box: Box, marked: Marked | undefined): Box {
  if (box.shape !== 'card') return box;
  if (marked === undefined) return { ...box, opacity: PALE };
  const parts = [
    ...box.parts,
    ...changeOutline(marked.mark, box),
    ...changeTag(marked.mark, marked.word, box),
  ];
  return { ...box, parts, opacity: 1, label: `${marked.word}: ${box.label}` };
}

function markLine(line: Line, mark: Mark | undefined, rings: readonly Spot[]): Line {
  if (mark === undefined) return { ...line, opacity: Math.min(line.opacity, PALE) };
  if (line.parts.length === 0) return line;
  const parts = mark === 'removed' ? line.parts.map(dashed) : line.parts;
  const middle = signPlace(line, rings);
  return {
    ...line,
    parts,
    ringParts: middle === null ? line.ringParts : [...line.ringParts, ...changeSign(mark, middle, 6)],
    opacity: 1,
    label: `${mark}: ${line.label}`,
  };
}

/** On the edge where no ring stands; beside it where there is no room. */
function signPlace({ points }: Line, rings: readonly Spot[]): Point | null {
  if (points.length < 2) return null;
  const length = lengthOf(points);
  const free = [0.38, 0.6, 0.25, 0.75, 0.5, 0.12, 0.88].find((part) =>
    rings.every(({ at }) => Math.abs(at - part * length) > RING_ROOM),
  );
  const place = pointAt(points, length * (free ?? 0.5));
  return free === undefined
    ? { x: place.x + RING_ROOM * place.dy, y: place.y + RING_ROOM * place.dx }
    : place;
}

/** A ring, the sign and a little between them, px. */
const RING_ROOM = 20;

function dashed(part: Primitive): Primitive {
  return part.kind === 'path' && part.stroke !== undefined && part.fill === undefined
    ? { ...part, dash: '2 5' }
    : part;
}

function describe(name: string, cards: readonly Marked[], lines: readonly Mark[]): string {
  const count = (list: readonly Mark[], mark: Mark) => list.filter((one) => one === mark).length;
  const said = (list: readonly Mark[]) =>
    (['added', 'removed', 'changed'] as const).map((mark) => `${count(list, mark)} ${mark}`).join(', ');
  return `Pipeline ${name} before and after. Cards: ${said(cards.map(({ mark }) => mark))}. Edges: ${said(lines)}.`;
}
