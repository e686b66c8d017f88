// hatstack export: the drawing of one pipeline as a file.
import { writeFile } from 'node:fs/promises';
import type { Analysis } from '@/lib/analysis/analysis';
import { type Redacted, redactAnalysis, redactBoth } from '@/lib/analysis/redact/redact-analysis';
import { compare } from '@/lib/compare/compare';
import { type Exporter, type ExportOptions, PAGES } from '@/lib/export/exporter';
import { exporterOf, exporters } from '@/lib/export/formats/index';
import { readOptions } from '@/lib/export/read-options';
import { CannotPrint } from '@/lib/print/cannot-print';
import { printScene } from '@/lib/print/print-scene';
import { actionKey } from '@/lib/scene/action-trail';
import { buildScene } from '@/lib/scene/build-scene';
import { compareScene } from '@/lib/scene/compare/compare-scene';
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { readView } from '@/lib/scene/read-view';
import { redactedView } from '@/lib/scene/redacted-view';
import type { Scene } from '@/lib/scene/scene';
import { pathOnly, SCOPES } from '@/lib/scene/scoped-scene';
import { buildStack } from '@/lib/scene/stack/build-stack';
import { LAYERS, type SceneView } from '@/lib/scene/view';
import { pipelineNamed } from '../choose-pipeline';
import { CannotDo, type Command, type ExitCode, type Io, type Values } from '../command';
import { readAnalysis } from '../read-analysis';

const FORMATS = exporters.map((exporter) => exporter.id).join(', ');

export const exportCommand: Command = {
  name: 'export',
  summary: 'the drawing of a pipeline as a file',
  help: `hatstack export [SNAPSHOT] --pipeline NAME --out FILE [--format FORMAT] [--action STAGE/ACTION] [--layer LAYER ...] [--theme light|dark]

Draws a pipeline as the page does, and writes it to a file.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --pipeline NAME         name or ARN of the pipeline
  --out FILE              where to write
  --format FORMAT         ${FORMATS} (default: svg)
  --action STAGE/ACTION   bring out the permission path of one action
  --layer LAYER           flow, decides or hats; may be given again (default: all)
  --fold BOX              draw a box as a count: account:ID, region:ID/REGION or stage:NAME; may be given again
  --hide WORDS            leave out what the Hide field of the page would: \`what works\`, a part of a name
  --drawing DRAWING       graph (default), stack (the hats of --action) or accounts
  --before SNAPSHOT       draw what differs between that snapshot and this one, both in one graph
  --theme THEME           light (default) or dark
  --pen PEN               clean (default) or hand
  --scale N               of a PNG: pixels for a px of the screen (default 2, less where that is too large); of a PDF on
                          a page that fits, or tiled: 1 is the size on the screen
  --page PAGE             of a PDF: ${PAGES.join(', ')} (default: fit, as large as the drawing)
  --tile                  of a PDF: as many pages as it takes, instead of one on which everything fits
  --scope SCOPE           whole (default), or path: only what belongs to the permission path of --action, in its place
  --redact                account ids, names and ARNs become pseudonyms, the same in every file of the snapshot
  --mapping FILE          with --redact: write what each pseudonym stands for; keep it to yourself
  --config FILE           tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)
  --what-if FILE          judge as if the policies said what this file says (the dashboard writes it); AWS is never written to

Exit code: 0 written, 2 could not do it.`,
  options: {
    pipeline: { type: 'string' },
    config: { type: 'string' },
    'what-if': { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string', default: 'svg' },
    action: { type: 'string' },
    layer: { type: 'string', multiple: true },
    fold: { type: 'string', multiple: true },
    hide: { type: 'string' },
    drawing: { type: 'string', default: 'graph' },
    before: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    pen: { type: 'string', default: 'clean' },
    scale: { type: 'string' },
    page: { type: 'string', default: 'fit' },
    tile: { type: 'boolean' },
    scope: { type: 'string', default: 'whole' },
    redact: { type: 'boolean' },
    mapping: { type: 'string' },
  },
  async run(values, positionals, io): Promise<ExitCode> {
    if (values.pipeline === undefined || values.out === undefined)
      throw new CannotDo('export needs --pipeline NAME and --out FILE');
    const exporter = exporterOf(String(values.format));
    if (exporter === null) throw new CannotDo(`--format is one of ${FORMATS}, not \`${values.format}\``);
    const look = readOptions({
      theme: String(values.theme),
      pen: String(values.pen),
      scale: values.scale === undefined ? null : String(values.scale),
      page: String(values.page),
      tile: values.tile === true,
    });
    if ('problem' in look) throw new CannotDo(look.problem);
    const analysis = await readAnalysis(positionals[0], values, io);
    const options = { ...look, takenAt: analysis.snapshot.takenAt };
    if (values.mapping !== undefined && values.redact !== true)
      throw new CannotDo('--mapping says what pseudonyms stand for: it needs --redact');
    if (values.before !== undefined) {
      const { scene, mapping } = await comparedWith(String(values.before), analysis, values, io);
      await write(String(values.out), await printed(exporter, scene, options));
      await writeMapping(values, mapping);
      io.out(String(values.out));
      return 0;
    }
    const judged = pipelineNamed(analysis, String(values.pipeline));
    const selected = values.action === undefined ? null : String(values.action);
    const keys = judged.paths.map(actionKey);
    if (selected !== null && !keys.includes(selected))
      throw new CannotDo(`no action \`${selected}\` in this pipeline: it has ${keys.join(', ')}`);
    const view = readView({
      selected,
      layers: joined(values.layer),
      fold: joined(values.fold),
      hide: values.hide === undefined ? null : String(values.hide),
    });
    if ('unknownLayer' in view)
      throw new CannotDo(`--layer is ${LAYERS.join(', ')}, not \`${view.unknownLayer}\``);
    const scope = SCOPES.find((one) => one === values.scope);
    if (scope === undefined) throw new CannotDo(`--scope is ${SCOPES.join(' or ')}, not \`${values.scope}\``);
    if (scope === 'path' && selected === null) throw new CannotDo('--scope path needs --action STAGE/ACTION');
    const redacted = values.redact === true ? redactAnalysis(analysis, [judged.arn]) : null;
    const shown = redacted === null ? view : redactedView(view, redacted);
    const whole = sceneOf(
      String(values.drawing),
      redacted?.analysis ?? analysis,
      redacted?.text(judged.arn) ?? judged.arn,
      shown,
    );
    const scene = scope === 'path' && shown.selected !== null ? pathOnly(whole, shown.selected) : whole;
    const file = await printed(exporter, scene, options);
    await writeMapping(values, redacted?.mapping ?? null);
    await write(String(values.out), file);
    io.out(String(values.out));
    return 0;
  },
};

async function printed(
  exporter: Exporter,
  scene: Scene,
  options: ExportOptions,
): Promise<string | Uint8Array> {
  try {
    return await printScene(exporter, scene, options);
  } catch (error) {
    if (error instanceof CannotPrint) throw new CannotDo(error.message);
    throw error;
  }
}

/** Where `--mapping` asks for it, for nobody else to read. */
async function writeMapping({ mapping: file }: Values, names: Redacted['mapping'] | null): Promise<void> {
  if (typeof file === 'string' && names !== null)
    await write(file, `${JSON.stringify({ version: 1, names }, null, 2)}\n`, 0o600);
}

/** A pipeline in both snapshots. One that only the earlier has is drawn as well, as gone. */
async function comparedWith(ref: string, after: Analysis, values: Values, io: Io): Promise<Compared> {
  const other = ['action', 'layer', 'fold', 'hide', 'what-if'].find((option) => values[option] !== undefined);
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

interface Compared {
  readonly scene: Scene;
  readonly mapping: Redacted['mapping'] | null;
}

function sceneOf(drawing: string, analysis: Analysis, pipeline: string, view: SceneView): Scene {
  switch (drawing) {
    case 'graph':
      return buildScene(analysis, pipeline, view);
    case 'accounts':
      return mapOfAccounts(analysis, { all: true, pipeline }).scene;
    case 'stack': {
      const stack = view.selected === null ? null : buildStack(analysis, pipeline, view.selected);
      if (stack === null) throw new CannotDo('--drawing stack needs --action STAGE/ACTION');
      return stack;
    }
    default:
      throw new CannotDo(`--drawing is graph, stack or accounts, not \`${drawing}\``);
  }
}

function joined(value: unknown): string | null {
  return Array.isArray(value) ? value.join(',') : null;
}

async function write(file: string, text: string | Uint8Array, mode = 0o666): Promise<void> {
  try {
    await writeFile(file, text, { mode });
  } catch (error) {
    throw new CannotDo(
      `cannot write \`${file}\` (${error instanceof Error && 'code' in error ? error.code : 'unknown reason'}): see that the folder exists and is writable`,
    );
  }
}
