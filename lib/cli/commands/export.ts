// hatstack export: the drawing of one pipeline as a file.
import { writeFile } from 'node:fs/promises';
import type { Analysis } from '@/lib/analysis/analysis';
import { exporterOf, exporters } from '@/lib/export/formats/index';
import { actionKey } from '@/lib/scene/action-trail';
import { buildScene } from '@/lib/scene/build-scene';
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { readView } from '@/lib/scene/read-view';
import type { Scene } from '@/lib/scene/scene';
import { buildStack } from '@/lib/scene/stack/build-stack';
import { PENS, type ThemeName } from '@/lib/scene/theme';
import { LAYERS, type SceneView } from '@/lib/scene/view';
import { pipelineNamed } from '../choose-pipeline';
import { CannotDo, type Command, type ExitCode } from '../command';
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
  --theme THEME           light (default) or dark
  --pen PEN               clean (default) or hand
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
    theme: { type: 'string', default: 'light' },
    pen: { type: 'string', default: 'clean' },
  },
  async run(values, positionals, io): Promise<ExitCode> {
    if (values.pipeline === undefined || values.out === undefined)
      throw new CannotDo('export needs --pipeline NAME and --out FILE');
    const exporter = exporterOf(String(values.format));
    if (exporter === null) throw new CannotDo(`--format is one of ${FORMATS}, not \`${values.format}\``);
    const theme = String(values.theme);
    if (theme !== 'light' && theme !== 'dark')
      throw new CannotDo(`--theme is light or dark, not \`${theme}\``);
    const pen = PENS.find((one) => one === values.pen);
    if (pen === undefined) throw new CannotDo(`--pen is ${PENS.join(' or ')}, not \`${values.pen}\``);
    const analysis = await readAnalysis(positionals[0], values, io);
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
    const print = await exporter.load();
    const scene = sceneOf(String(values.drawing), analysis, judged.arn, view);
    await write(String(values.out), print(scene, { theme: theme satisfies ThemeName, pen }));
    io.out(String(values.out));
    return 0;
  },
};

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

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new CannotDo(
      `cannot write \`${file}\` (${error instanceof Error && 'code' in error ? error.code : 'unknown reason'}): see that the folder exists and is writable`,
    );
  }
}
