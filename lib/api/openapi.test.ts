// The document of the API: whole, valid by a validator of others, and true of the routes that there are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { neededRole } from '@/lib/auth/route-roles';
import { exporters } from '@/lib/export/formats/index';
import { reporters } from '@/lib/export/reports/index';
import type { PaletteGroup } from '@/lib/scene/palette';
import type { ScanMessage } from '@/lib/scene/scan-view';
import packageJson from '../../package.json';
import type { scanMessage, searchResult } from './answers';
import { openApiDocument } from './openapi';
import { operations } from './operations';
import { acceptance, scanForm, snapshotChange, whatIfAsked } from './requests';

const FILE = 'docs/openapi.json';
const document = openApiDocument({
  version: packageJson.version,
  exportFormats: [...new Set([...exporters, ...reporters].map(({ id }) => id))],
  exportMediaTypes: [...new Set([...exporters, ...reporters].map(({ mediaType }) => mediaType))],
  roleOf: neededRole,
});
const REVIEW = ['app/api/snapshots/[snapshotId]/review/route.ts'];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** `POST /api/session` for every method of every route file. */
const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .flatMap((file) => {
    const source = readFileSync(join('app', file), 'utf8');
    const path = join('/', dirname(file)).replace(/\[([^\]]+)\]/g, '{$1}');
    return METHODS.filter((method) => new RegExp(`export (async )?function ${method}\\b`).test(source)).map(
      (method) => `${method} ${path}`,
    );
  });
const listed = operations([]).map(({ method, path }) => `${method.toUpperCase()} ${path}`);

describe('the OpenAPI document', () => {
  it(`is ${FILE}`, () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env.GOLDEN === 'write') writeFileSync(FILE, text);
    expect(text, `${FILE} has changed: \`npm run golden\``).toBe(readFileSync(FILE, 'utf8'));
  });

  it('is valid OpenAPI 3.1 for a validator that is not ours', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  it('that validator refuses what is wrong', async () => {
    const { valid } = await new Validator().validate({
      ...structuredClone(document),
      openapi: '3.1.0',
      info: {},
    });
    expect(valid).toBe(false);
  });

  it('has every method of every route, and no other', () => {
    expect(routes).toContain('GET /api/snapshots/{snapshotId}/exports/{format}');
    expect([...listed].sort()).toEqual([...routes].sort());
  });

  it('has every word of a query that the server reads', () => {
    const files = ['lib/server/export-scene.ts', 'lib/server/export-report.ts', 'lib/server/palette-view.ts'];
    const sources = [...files, ...REVIEW].map((file) => readFileSync(file, 'utf8')).join();
    const read = [...sources.matchAll(/query\.(?:get|has)\('(\w+)'\)/g)].map(([, name]) => name);
    const said = operations([]).flatMap(({ query = [] }) => query.map(({ name }) => name));
    expect(read.length).toBeGreaterThan(10);
    expect(read.filter((name) => name === undefined || !said.includes(name))).toEqual([]);
  });

  it('has an id for each operation', () => {
    const ids = operations([]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points at nothing that is not there', () => {
    const text = JSON.stringify(document);
    const { components } = document as { components: { schemas: object } };
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(Object.keys(components.schemas)).toContain(name);
  });

  it('says what a request may be answered', () => {
    const { paths } = document as unknown as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    };
    const said = Object.keys(paths['/api/scans']?.post?.responses ?? {});
    expect(said).toEqual(['201', '400', '401', '403', '409', '413', '415', '421', '422']);
  });
});

it('answers have the types of what the server sends', () => {
  expectTypeOf<ScanMessage>().toExtend<DeepReadonly<z.infer<typeof scanMessage>>>();
  expectTypeOf<{ groups: readonly PaletteGroup[] }>().toExtend<SearchLike>();
});

type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
/** But for where a choice leads: that is told apart by its kind. */
type SearchLike = {
  readonly groups: readonly (Omit<z.infer<typeof searchResult>['groups'][number], 'choices'> & {
    readonly choices: readonly Omit<
      z.infer<typeof searchResult>['groups'][number]['choices'][number],
      'goal'
    >[];
  })[];
};

describe('the bodies of requests', () => {
  it.each([
    ['a scan', scanForm, { reach: 'accounts', accounts: '111111111111' }, { reach: 'moon' }],
    ['a name', snapshotChange, { name: ' Before the move ' }, { name: 'x'.repeat(200) }],
    ['a what-if', whatIfAsked, { kind: 'link', packed: 'x' }, { kind: 'link' }],
    ['an acceptance', acceptance, { finding: 'a', reason: 'b  c', expires: '2027-01-01' }, { finding: '' }],
  ])('%s is read, and what is wrong refused', (_, shape, good, bad) => {
    expect(shape.safeParse(good).success).toBe(true);
    expect(shape.safeParse(bad).success).toBe(false);
  });
});
