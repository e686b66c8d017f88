import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { type PaletteKind, paletteFind, paletteThings } from './palette';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
const things = paletteThings(analysis);
const first = (typed: string, kind: PaletteKind) =>
  paletteFind(things, typed).find((group) => group.kind === kind)?.choices[0];

describe('the palette', () => {
  test.each<[string, PaletteKind, string]>([
    ['checkout', 'pipeline', 'checkout-service'],
    ['chkserv', 'pipeline', 'checkout-service'],
    ['use2 checkout prod', 'action', 'Deploy-Prod-use2'],
    ['deploy', 'hat', 'deploy'],
    ['artifacts use2', 'bucket', 'acme-artifacts-use2'],
    ['prod', 'account', 'acme-prod'],
  ])('finds by `%s` the %s %s', (typed, kind, name) => {
    expect(first(typed, kind)?.name).toContain(name);
  });

  it('finds a finding by the name of its subject or its rule, with its severity', () => {
    const [finding] = analysis.findings;
    const found = paletteFind(things, finding?.rule ?? '').find(({ kind }) => kind === 'finding');
    expect(found?.total).toBe(analysis.findings.filter(({ rule }) => rule === finding?.rule).length);
    expect(found?.choices[0]?.severity).not.toBeNull();
  });

  it('finds by a word of the account beside the name', () => {
    const found = paletteFind(things, 'deploy prod').find(({ kind }) => kind === 'hat');
    expect(found?.choices.every(({ name, where }) => `${name} ${where}`.includes('prod'))).toBe(true);
  });

  it('leads from a bucket to the worst pipeline that keeps its artifacts there', () => {
    const goal = first('artifacts-use2', 'bucket')?.goal;
    expect(goal).toMatchObject({ kind: 'bucket', pipeline: expect.stringMatching(/^\d{12}\.us-east-1\./) });
  });

  it('begins with the worst pipelines when nothing is typed', () => {
    const groups = paletteFind(things, ' ');
    expect(groups.map(({ kind }) => kind)).toEqual(['pipeline']);
    expect(groups[0]?.choices[0]?.state).toBe(analysis.pipelines[0]?.state);
  });

  it('gives few of many, and says how many there are', () => {
    const actions = paletteFind(things, 'deploy').find(({ kind }) => kind === 'action');
    expect(actions?.choices.length).toBe(7);
    expect(actions?.total).toBeGreaterThan(7);
  });

  it('finds nothing where there is nothing', () => {
    expect(paletteFind(things, 'qqqq zzzz')).toEqual([]);
    expect(paletteFind(paletteThings(analyze({ ...EMPTY })), '')).toEqual([]);
  });
});

const EMPTY = { ...JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')), facts: [] };
