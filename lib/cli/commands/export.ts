// hatstack export: a drawing as a file.
import { type Exporter, type ExportOptions, PAGES } from '@/lib/export/exporter';
import { exporterOf, exporters } from '@/lib/export/formats/index';
import { readOptions } from '@/lib/export/read-options';
import { CannotPrint } from '@/lib/print/cannot-print';
import { printScene } from '@/lib/print/print-scene';
import type { Scene } from '@/lib/scene/scene';
import { SCOPES } from '@/lib/scene/scoped-scene';
import { PENS, THEMES } from '@/lib/scene/theme';
import { LAYERS } from '@/lib/scene/view';
import { CannotDo, type Command, type ExitCode, type Values } from '../command';
import { DRAWINGS, drawnScene } from '../drawn-scene';
import { readAnalysis } from '../read-analysis';
import { writeMapping, writeOut } from '../write-out';
import { writeReview } from '../write-review';

const FORMATS = [...exporters.map(({ id }) => id), 'html'];

/** What says how a drawing looks: a review has its own. */
const OF_DRAWINGS = [
  'action',
  'before',
  'drawing',
  'fold',
  'group',
  'from',
  'to',
  'hide',
  'layer',
  'page',
  'pen',
  'scale',
  'scope',
  'theme',
  'tile',
  'what-if',
];

export const exportCommand: Command = {
  name: 'export',
  summary: 'a drawing as a file',
  help: `hatstack export [SNAPSHOT] --out FILE [--pipeline NAME] [--format FORMAT] [--action STAGE/ACTION] [--layer LAYER ...] [--theme light|dark]

Draws a pipeline, or without one the map of who reaches whom, as the page does, and writes it to a file.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --pipeline NAME         name or ARN of the pipeline (left out: the map of all accounts)
  --out FILE              where to write
  --format FORMAT         ${exporters.map(({ id }) => id).join(', ')} (default: svg), or html: the
                          security review of the pipeline or of all of them, as \`hatstack report\` writes it
  --action STAGE/ACTION   bring out the permission path of one action
  --layer LAYER           flow, decides or hats; may be given again (default: all)
  --fold BOX              draw a box as a count: account:ID, region:ID/REGION or stage:NAME; may be given again
  --hide WORDS            leave out what the Hide field of the page would: \`what works\`, a part of a name
  --drawing DRAWING       graph (default), stack (the hats of --action) or accounts
  --group GROUP           where the map has too many accounts for a card each: the group to draw account by account, or all
  --from WHO              on the map, what is reached from a role, user, account or identity provider (as \`hatstack reach\`)
  --to HAT                on the map, who gets to a hat, or to an account
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
  --accepted FILE         accepted findings: what they mark is drawn as an outline (default: HATSTACK_ACCEPTED, else
                          \`hatstack-accepted.yaml\` beside hatstack.yaml)
  --what-if FILE          judge as if the policies said what this file says (the dashboard writes it); AWS is never written to

Exit code: 0 written, 2 could not do it; of html also 3, written, but calls were not answered.`,
  options: {
    pipeline: { type: 'string' },
    config: { type: 'string' },
    accepted: { type: 'string' },
    'what-if': { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string', default: 'svg' },
    action: { type: 'string' },
    layer: { type: 'string', multiple: true },
    fold: { type: 'string', multiple: true },
    hide: { type: 'string' },
    drawing: { type: 'string' },
    group: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    before: { type: 'string' },
    theme: { type: 'string' },
    pen: { type: 'string' },
    scale: { type: 'string' },
    page: { type: 'string' },
    tile: { type: 'boolean' },
    scope: { type: 'string' },
    redact: { type: 'boolean' },
    mapping: { type: 'string' },
  },
  choices: {
    format: FORMATS,
    layer: LAYERS,
    drawing: DRAWINGS,
    theme: Object.keys(THEMES),
    pen: PENS,
    page: PAGES,
    scope: SCOPES,
  },
  async run(values, positionals, io): Promise<ExitCode> {
    if (typeof values.out !== 'string') throw new CannotDo('export needs --out FILE');
    if (values.mapping !== undefined && values.redact !== true)
      throw new CannotDo('--mapping says what pseudonyms stand for: it needs --redact');
    if (values.format === 'html') {
      const other = OF_DRAWINGS.find((option) => values[option] !== undefined);
      if (other !== undefined)
        throw new CannotDo(`--format html is the whole security review: it does not go with --${other}`);
      return writeReview({ ...values, out: values.out, format: 'html' }, positionals[0], io);
    }
    const exporter = exporterOf(String(values.format));
    if (exporter === null)
      throw new CannotDo(`--format is one of ${FORMATS.join(', ')}, not \`${values.format}\``);
    const look = readOptions({
      theme: given(values.theme),
      pen: given(values.pen),
      scale: given(values.scale),
      page: given(values.page),
      tile: values.tile === true,
    });
    if ('problem' in look) throw new CannotDo(look.problem);
    const analysis = await readAnalysis(positionals[0], values, io);
    const { scene, mapping } = await drawnScene(analysis, values, io);
    const file = await printed(exporter, scene, { ...look, takenAt: analysis.snapshot.takenAt });
    await writeMapping(values.mapping, mapping);
    await writeOut(values.out, file);
    if (typeof file !== 'string') for (const line of await unfit(scene, look)) io.err(line);
    io.out(values.out);
    return 0;
  },
};

function given(value: Values[string]): string | null {
  return value === undefined ? null : String(value);
}

/** What a picture cannot show for want of a font. */
async function unfit(scene: Scene, look: ExportOptions): Promise<readonly string[]> {
  const signs = (await import('@/lib/print/missing-signs')).missingSigns(scene, look);
  if (signs.length === 0) return [];
  const [count, have, are] =
    signs.length === 1 ? ['1 sign', 'has', 'is'] : [`${signs.length} signs`, 'have', 'are'];
  return [
    `mind: ${count} ${have} no font here and ${are} drawn as �: ${signs.slice(0, 20).join(' ')}; SVG keeps every sign`,
  ];
}

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
