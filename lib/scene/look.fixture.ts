// Draws the made-up pipelines and those of the example, for the eye: `npx tsx lib/scene/look.fixture.ts DIRECTORY`.
//
// Writes an SVG per pipeline, selection and theme, and a PNG beside each where a Chromium is found (`CHROMIUM`, or on the path).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { printSvg } from '@/lib/export/formats/svg';
import { buildScene } from './build-scene';
import { analysisOf } from './pipeline.fixture';
import { checkout, long, small, wide } from './samples.fixture';

const FONTS = [
  ['Inter Variable', 'inter/files/inter-latin-wght-normal.woff2'],
  ['JetBrains Mono Variable', 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'],
] as const;

function look(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const example = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
  for (const analysis of [example, ...[checkout, small, long, wide].map(analysisOf)])
    drawAll(analysis, directory);
}

function drawAll(analysis: Analysis, directory: string): void {
  for (const { arn, paths } of analysis.pipelines) {
    const worst = paths.find((path) => path.state !== 'works') ?? paths.at(-1);
    for (const selected of [null, `${worst?.path.stage}/${worst?.path.action}`])
      for (const theme of ['light', 'dark'] as const) {
        const name = `${arn.split(':').at(-1)}${selected === null ? '' : '-selected'}-${theme}`;
        const svg = printSvg(buildScene(analysis, arn, { selected }), { theme });
        writeFileSync(join(directory, `${name}.svg`), svg);
        photograph(svg, directory, name);
      }
  }
}

/** The SVG as a PNG, with our fonts. Does nothing where there is no Chromium. */
function photograph(svg: string, directory: string, name: string): void {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const faces = FONTS.map(
    ([family, file]) =>
      `@font-face{font-family:"${family}";font-weight:100 900;src:url("file://${resolve('node_modules/@fontsource-variable', file)}")}`,
  );
  const page = join(directory, 'page.html');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${faces.join('')}body{margin:0}</style>${svg}`,
  );
  const options = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--allow-file-access-from-files',
  ];
  try {
    execFileSync(
      process.env.CHROMIUM ?? 'chromium',
      [
        ...options,
        `--window-size=${width},${height}`,
        `--screenshot=${resolve(directory, `${name}.png`)}`,
        `file://${resolve(page)}`,
      ],
      { stdio: 'ignore' },
    );
  } catch {
    // Without a browser the SVG files are what there is to look at.
  }
}

look(process.argv[2] ?? 'looks');
