// The CSV, read back by a parser of another house.
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvOf } from '../csv';
import { DRAWINGS } from '../drawings.fixture';
import { printCsv } from './csv';

const read = (text: string): Record<string, string>[] => parse(text, { columns: true });

it.each(DRAWINGS)('%s: every line between two boxes is a row', (_, scene) => {
  const rows = read(printCsv(scene));
  const ids = new Set(scene.boxes.map((box) => box.id));
  const lines = scene.lines.filter(({ from, to }) => ids.has(from) && ids.has(to));
  expect(rows.map((row) => [row['from id'], row['to id'], row.says])).toEqual(
    lines.map(({ from, to, label }) => [from, to, label]),
  );
  expect(rows.map((row) => row.state)).toEqual(lines.map(({ state }) => (state === 'neutral' ? '' : state)));
});

it('no cell breaks out of its place or runs as a formula', () => {
  const cells = ['=cmd()', '+1', '-1', '@x', 'a,b', 'a"b', 'a\nb', 'a\r\nb', ' ', ''];
  const [row = []] = parse(csvOf([cells])) as string[][];
  expect(row).toEqual(["'=cmd()", "'+1", "'-1", "'@x", 'a,b', 'a"b', 'a\nb', 'a\r\nb', ' ', '']);
});
