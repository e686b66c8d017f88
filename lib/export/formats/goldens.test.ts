// What every format makes of one drawing, kept to be read: a change of it is a change of what users get.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkout } from '@/lib/scene/samples.fixture';
import { sceneOfSpec } from '../drawings.fixture';
import type { Exporter } from '../exporter';
import { exporters } from './index';

const scene = sceneOfSpec(checkout);

it.each(exporters.filter(({ load }) => load !== null))('$label', async ({ extension, load }: Exporter) => {
  const print = await load?.();
  if (print === undefined) throw new Error('no printer');
  const text = print(scene, { theme: 'light' });
  const file = new URL(`./checkout.golden.${extension}`, import.meta.url);
  if (process.env.GOLDEN === 'write') writeFileSync(file, text);
  expect(existsSync(file), 'run `npm run golden` and read the difference').toBe(true);
  expect(text === readFileSync(file, 'utf8'), 'the file has changed: `npm run golden`').toBe(true);
  expect(print(scene, { theme: 'light' }), 'the same bytes every time').toBe(text);
});
