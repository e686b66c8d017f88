// The drawing of one pipeline, or the map of accounts, as a file to take along.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type Redacted, redactAnalysis, redactBoth } from '@/lib/analysis/redact/redact-analysis';
import type { Exporter, ExportOptions } from '@/lib/export/exporter';
import { exporterOf, exporters } from '@/lib/export/formats/index';
import { readOptions } from '@/lib/export/read-options';
import { CannotPrint } from '@/lib/print/cannot-print';
import { printScene } from '@/lib/print/print-scene';
import { acceptedScene } from '@/lib/scene/accepted-look';
import { findEnd, type ReachWay, reachDrawing, redactedEnd } from '@/lib/scene/reach-drawing';
import { readView } from '@/lib/scene/read-view';
import { redactedView } from '@/lib/scene/redacted-view';
import { hatShelf } from '@/lib/scene/role-page-shelf';
import type { Scene } from '@/lib/scene/scene';
import { pathOnly, SCOPES } from '@/lib/scene/scoped-scene';
import { LAYERS, type SceneView } from '@/lib/scene/view';
import { weighedNow } from './accepted';
import { chosenPipeline, comparedScene, openComparison } from './compare-view';
import { mapView } from './map-view';
import { openPipeline } from './open-pipeline';
import { openSnapshot } from './open-snapshot';
import { accountsOf, type PipelineView, pipelineView, sceneOf, stackOf } from './pipeline-view';
import { problem } from './problem';
import { shelfFor } from './reach-page';
import { judgedWith, recallWhatIf } from './what-ifs';

export interface ExportRequest {
  readonly snapshot: string;
  readonly format: string;
  /** `pipeline` (ARN or account.region.name) with `action` (stage/action), `whatif` (the name of a what-if, whose edits are taken as made), `drawing` (graph, stack, accounts), `layers`, `fold`, `hide` and `group` (of the accounts, the one that is open); or `before` (another snapshot, with `pipeline`: both in one graph); or `map` (`folded`, or the group of it that is open), with `from` or `to` (a role, user, account or identity provider) its blast radius; `scope` (`path`: only that of the action) and `redact`; how it looks: `theme`, `pen`, `scale`, `page`, `tile`. */
  readonly query: URLSearchParams;
}

/** The file, or a problem with one clear line. Never throws for bad input. */
export async function exportScene({ snapshot, format, query }: ExportRequest): Promise<Response> {
  const exporter = exporterOf(format);
  if (exporter === null) {
    return problem(
      404,
      `there is no format \`${format}\`: choose ${exporters.map(({ id }) => id).join(', ')}`,
    );
  }
  const look = readOptions({
    theme: query.get('theme'),
    pen: query.get('pen'),
    scale: query.get('scale'),
    page: query.get('page'),
    tile: query.has('tile'),
  });
  if ('problem' in look) return problem(400, look.problem);
  const before = query.get('before');
  if (before !== null) return compared(exporter, look, { before, after: snapshot, query });
  const map = query.get('map');
  const asked = query.get('pipeline');
  const scope = SCOPES.find((one) => one === (query.get('scope') ?? 'whole'));
  if (scope === undefined)
    return problem(400, `there is no scope \`${query.get('scope')}\`: choose ${SCOPES.join(' or ')}`);
  const isRedacted = query.has('redact');
  // Pseudonyms are those of the whole snapshot, so that all of its files share them.
  const opened = await (map === null && asked !== null && !isRedacted
    ? openPipeline(snapshot, asked)
    : openSnapshot(snapshot));
  if (opened?.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);

  if (map !== null && opened !== null) {
    const redacted = isRedacted ? redactAnalysis(opened.analysis) : null;
    const group = redacted?.text(map) ?? map;
    const options = { ...look, takenAt: opened.analysis.snapshot.takenAt };
    const blast = blastAsked(query);
    if (blast !== null) {
      const drawn = blastMap(opened.analysis, redacted, blast, group);
      return typeof drawn === 'string' ? problem(404, drawn) : file(exporter, drawn, options, 'blast-radius');
    }
    const weighed = weighedNow(opened.analysis);
    const { scene } = mapView(redacted?.analysis ?? opened.analysis, group);
    return file(exporter, acceptedScene(scene, redacted?.of(weighed) ?? weighed), options, 'accounts');
  }
  if (asked === null)
    return problem(400, 'say which pipeline: `?pipeline=` takes its ARN or account.region.name');
  const asIs = opened === null ? null : pipelineView(opened.analysis, asked);
  const id = query.get('whatif');
  const whatIf = recallWhatIf(id);
  if (id !== null && whatIf === null)
    return problem(404, 'this server does not know that what-if, or no longer: open its link or file again');
  const analysis =
    opened === null || asIs === null || id === null || whatIf === null
      ? (opened?.analysis ?? null)
      : judgedWith(opened.analysis, asIs.row.arn, id, whatIf);
  const view = analysis === null ? null : pipelineView(analysis, asked);
  if (view === null || analysis === null)
    return problem(404, `there is no pipeline \`${asked}\` in snapshot \`${snapshot}\``);
  const action = query.get('action');
  if (action !== null && !view.actions.some(({ key }) => key === action)) {
    return problem(
      404,
      `pipeline \`${view.row.name}\` has no action \`${action}\`: write it as stage/action`,
    );
  }
  const drawn = readView({
    selected: action,
    layers: query.get('layers'),
    fold: query.get('fold'),
    hide: query.get('hide'),
  });
  if ('unknownLayer' in drawn)
    return problem(400, `there is no layer \`${drawn.unknownLayer}\`: choose ${LAYERS.join(', ')}`);
  if (scope === 'path' && action === null)
    return problem(400, 'the scope `path` is that of an action: say which, `?action=stage/action`');
  const redacted = isRedacted ? redactAnalysis(analysis, [view.row.arn]) : null;
  const judged = redacted?.analysis ?? analysis;
  const own = redacted === null ? view : pipelineView(judged, redacted.text(view.row.arn));
  const seen = redacted === null ? drawn : redactedView(drawn, redacted);
  const drawing = query.get('drawing') ?? 'graph';
  const scene = own === null ? null : drawingOf(drawing, judged, own, seen, query.get('group'));
  if (scene === null || own === null)
    return problem(400, `there is no drawing \`${drawing}\` of it: choose graph, stack or accounts`);
  const name = fileName(own.row.name, seen.selected);
  const weighed = weighedNow(analysis);
  const shown = acceptedScene(scene, redacted?.of(weighed) ?? weighed);
  return file(
    exporter,
    scope === 'path' && seen.selected !== null ? pathOnly(shown, seen.selected) : shown,
    { ...look, takenAt: analysis.snapshot.takenAt },
    drawing === 'graph' ? name : `${name}-${drawing}`,
  );
}

interface BlastAsked {
  readonly way: ReachWay;
  readonly text: string;
}

function blastAsked(query: URLSearchParams): BlastAsked | null {
  const [from, to] = [query.get('from'), query.get('to')];
  if (from !== null) return { way: 'from', text: from };
  return to === null ? null : { way: 'to', text: to };
}

/** The map with a blast radius, under pseudonyms where there are any; one line where nobody of that name is there. */
function blastMap(
  analysis: Analysis,
  redacted: Redacted | null,
  { way, text }: BlastAsked,
  group: string,
): Scene | string {
  const found = findEnd(analysis, shelfFor(analysis), way, text);
  if (found.kind === 'problem') return found.problem;
  if (redacted === null) return reachDrawing(analysis, shelfFor(analysis), way, found.end, group).scene;
  const shelf = hatShelf();
  return reachDrawing(redacted.analysis, shelf, way, redactedEnd(found.end, redacted, shelf), group).scene;
}

/** The one graph of a pipeline in two snapshots. */
async function compared(
  exporter: Exporter,
  look: ExportOptions,
  asked: { readonly before: string; readonly after: string; readonly query: URLSearchParams },
): Promise<Response> {
  const opened = await openComparison(asked.before, asked.after);
  if (opened.kind === 'too few') return problem(400, 'say which two snapshots');
  if (opened.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);
  const wanted = asked.query.get('pipeline');
  if (wanted === null)
    return problem(400, 'say which pipeline: `?pipeline=` takes its ARN or account.region.name');
  const pipeline = chosenPipeline(opened.view, wanted);
  const both = asked.query.has('redact') ? redactBoth(opened.before.analysis, opened.after.analysis) : null;
  const scene = pipeline === null ? null : comparedScene(opened, pipeline.arn, both);
  if (pipeline === null || scene === null)
    return problem(
      404,
      `no pipeline \`${wanted}\` differs between \`${asked.before}\` and \`${asked.after}\``,
    );
  const options = { ...look, takenAt: opened.after.analysis.snapshot.takenAt };
  const name = both?.text(pipeline.name) ?? pipeline.name;
  return file(exporter, scene, options, `${fileName(name, null)}-compared`);
}

function drawingOf(
  drawing: string,
  analysis: Analysis,
  view: PipelineView,
  drawn: SceneView,
  group: string | null,
): Scene | null {
  switch (drawing) {
    case 'graph':
      return sceneOf(analysis, view, drawn);
    case 'stack':
      return stackOf(analysis, view, drawn.selected)?.scene ?? null;
    case 'accounts':
      return accountsOf(analysis, view, group).scene;
    default:
      return null;
  }
}

async function file(exporter: Exporter, scene: Scene, look: ExportOptions, name: string): Promise<Response> {
  try {
    const printed = await printScene(exporter, scene, look);
    const type = typeof printed === 'string' ? `${exporter.mediaType}; charset=utf-8` : exporter.mediaType;
    return new Response(typeof printed === 'string' ? printed : new Uint8Array(printed), {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${name}.${exporter.extension}"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    if (error instanceof CannotPrint) return problem(400, error.message);
    throw error;
  }
}

/** `checkout-service Deploy-Prod`, in letters that every file system takes. */
function fileName(pipeline: string, action: string | null): string {
  return [pipeline, ...(action?.split('/') ?? [])].join('-').replace(/[^A-Za-z0-9._-]+/g, '-');
}
