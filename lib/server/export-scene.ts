// The drawing of one pipeline, or the map of accounts, as a file to take along.
import 'server-only';
import type { Exporter, ExportOptions } from '@/lib/export/exporter';
import { exporterOf, exporters } from '@/lib/export/formats/index';
import { readOptions } from '@/lib/export/read-options';
import { CannotPrint } from '@/lib/print/cannot-print';
import { printScene } from '@/lib/print/print-scene';
import { acceptedScene } from '@/lib/scene/accepted-look';
import { readView } from '@/lib/scene/read-view';
import type { Scene } from '@/lib/scene/scene';
import { LAYERS } from '@/lib/scene/view';
import { weighedNow } from './accepted';
import { chosenPipeline, comparedScene, openComparison } from './compare-view';
import { mapView } from './map-view';
import { openPipeline } from './open-pipeline';
import { openSnapshot } from './open-snapshot';
import { accountsOf, pipelineView, sceneOf, stackOf } from './pipeline-view';
import { problem } from './problem';
import { tried } from './tried';

export interface ExportRequest {
  readonly snapshot: string;
  readonly format: string;
  /** `pipeline` (ARN or account.region.name) with `action` (stage/action), `try` (of which action the changes are taken as made), `drawing` (graph, stack, accounts), `layers`, `fold`, `hide` and `group` (of the accounts, the one that is open); or `before` (another snapshot, with `pipeline`: both in one graph); or `map` (`folded`, or the group of it that is open); how it looks: `theme`, `pen`, `scale`, `page`, `tile`. */
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
  const opened = await (map === null && asked !== null
    ? openPipeline(snapshot, asked)
    : openSnapshot(snapshot));
  if (opened?.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);

  if (map !== null && opened !== null) {
    const { scene } = mapView(opened.analysis, map);
    const shown = acceptedScene(scene, weighedNow(opened.analysis));
    return file(exporter, shown, { ...look, takenAt: opened.analysis.snapshot.takenAt }, 'accounts');
  }
  if (asked === null)
    return problem(400, 'say which pipeline: `?pipeline=` takes its ARN or account.region.name');
  const asIs = opened === null ? null : pipelineView(opened.analysis, asked);
  const whatIf =
    opened === null || asIs === null ? null : tried(opened.analysis, asIs.row.arn, query.get('try'));
  const analysis = whatIf?.analysis ?? opened?.analysis ?? null;
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
  const drawing = query.get('drawing') ?? 'graph';
  const scene =
    drawing === 'graph'
      ? sceneOf(analysis, view, drawn)
      : drawing === 'stack'
        ? (stackOf(analysis, view, action)?.scene ?? null)
        : drawing === 'accounts'
          ? accountsOf(analysis, view, query.get('group')).scene
          : null;
  if (scene === null)
    return problem(400, `there is no drawing \`${drawing}\` of it: choose graph, stack or accounts`);
  const name = fileName(view.row.name, action);
  const shown = acceptedScene(scene, weighedNow(analysis));
  return file(
    exporter,
    shown,
    { ...look, takenAt: analysis.snapshot.takenAt },
    drawing === 'graph' ? name : `${name}-${drawing}`,
  );
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
  const scene = pipeline === null ? null : comparedScene(opened, pipeline.arn);
  if (pipeline === null || scene === null)
    return problem(
      404,
      `no pipeline \`${wanted}\` differs between \`${asked.before}\` and \`${asked.after}\``,
    );
  const options = { ...look, takenAt: opened.after.analysis.snapshot.takenAt };
  return file(exporter, scene, options, `${fileName(pipeline.name, null)}-compared`);
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
