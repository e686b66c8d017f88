// The JSON, held against its published schema by a validator that knows nothing of us.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { expect, it } from 'vitest';
import { DRAWINGS } from '../drawings.fixture';
import { printJson } from './json';

const validate = new Ajv({ strict: true }).compile(
  JSON.parse(readFileSync('docs/drawing.schema.json', 'utf8')),
);

it.each(DRAWINGS)('%s: follows the schema and has every box and line', (_, scene) => {
  const read = JSON.parse(printJson(scene));
  validate(read);
  expect(validate.errors).toBeNull();
  const ids = [...read.containers, ...read.nodes].map(({ id }: { id: string }) => id);
  expect(ids.sort()).toEqual(scene.boxes.map((box) => box.id).sort());
  for (const { parent } of [...read.containers, ...read.nodes])
    if (parent !== null) expect(read.containers.map(({ id }: { id: string }) => id)).toContain(parent);
  const states = (list: readonly { id: string; state: string | null }[]) =>
    Object.fromEntries(list.map(({ id, state }) => [id, state]));
  expect(states([...read.containers.map((one: object) => ({ ...one, state: null })), ...read.nodes])).toEqual(
    states(scene.boxes),
  );
  const joined = scene.lines.filter(({ from, to }) => [from, to].every((id) => ids.includes(id)));
  expect(read.edges.map(({ id }: { id: string }) => id)).toEqual(joined.map(({ id }) => id));
});

it('the schema refuses what is not a drawing', () => {
  const [, scene] = DRAWINGS[0] ?? [];
  const read = scene === undefined ? {} : JSON.parse(printJson(scene));
  expect(validate({ ...read, version: 2 })).toBe(false);
  expect(validate({ ...read, nodes: [{ ...read.nodes[0], state: 'fine' }] })).toBe(false);
});
