import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { stateOf } from '@/lib/verdict/state';
import { ask } from './ask';
import { askOf } from './ask-of-need';
import type { AskFields } from './ask-read';
import { askSuggestions } from './ask-suggestions';
import { plain } from './words';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
const shelf = policyShelf();
const needs = analysis.pipelines.flatMap(({ paths }) =>
  paths.flatMap(({ hops }) => hops.flatMap((hop) => hop.needs)),
);
const ROLE = [...analysis.inventory.roles.values()].find(
  ({ account }) => analysis.inventory.accounts.get(account)?.name === 'acme-tools',
);
const fields = (change: Partial<AskFields> = {}): AskFields => ({
  who: ROLE?.arn ?? '',
  does: 's3:GetObject',
  on: 'arn:aws:s3:::some-bucket/key',
  keys: [],
  ...change,
});

function answered(change: Partial<AskFields> = {}) {
  const result = ask(analysis, shelf, fields(change));
  if (result.kind !== 'answer') throw new Error(JSON.stringify(result.problems));
  return result;
}

function problems(change: Partial<AskFields>) {
  const result = ask(analysis, shelf, fields(change));
  if (result.kind === 'answer') throw new Error(plain(result.answer));
  return result.problems;
}

describe('a question of the reader', () => {
  it('has the verdict of the permission path when it asks what a need asks', () => {
    let asked = 0;
    for (const judged of needs) {
      const same = askOf(judged);
      if (same === null) continue;
      const result = ask(analysis, shelf, same);
      if (result.kind !== 'answer') continue;
      asked += 1;
      expect([judged.need.action, judged.need.resource, result.state]).toEqual([
        judged.need.action,
        judged.need.resource,
        stateOf(judged.verdict),
      ]);
    }
    expect(asked).toBeGreaterThan(100);
  });

  it('says no with the cause, and yes', () => {
    const denied = needs.find(({ verdict, need }) => verdict === 'denied' && need.action === 'kms:Decrypt');
    const allowed = needs.find(
      ({ verdict, need }) => verdict === 'allowed' && need.action === 's3:GetObject',
    );
    const no = denied && askOf(denied);
    const yes = allowed && askOf(allowed);
    if (!no || !yes) throw new Error('the example has both');
    expect(plain(answered(no).answer)).toMatch(/^No: acme-\S+ \S+ may not kms:Decrypt on .*key policy/);
    expect(plain(answered(yes).answer)).toMatch(/^Yes: /);
    expect(answered(no).trail.policies.length).toBeGreaterThan(0);
  });

  it('cannot tell of a bucket that nobody read, and says so', () => {
    expect(answered().state).not.toBe('works');
    expect(plain(answered({ who: 'codebuild.amazonaws.com' }).answer)).toMatch(/^Cannot tell whether/);
  });

  it('cannot tell where a resource policy that was not read could allow it', () => {
    const { state, answer } = answered({
      does: 'sqs:SendMessage',
      on: 'arn:aws:sqs:us-east-1:999999999999:orders',
    });
    expect(state).toBe('unknown');
    expect(plain(answer)).toContain('whether orders has a resource policy was not read');
  });

  it('cannot tell for a role of an account that was not scanned', () => {
    const { state } = answered({ who: 'arn:aws:iam::999999999999:role/x' });
    expect(state).toBe('unknown');
  });

  it('names the keys on which it hangs, and follows what is said of them', () => {
    const trusting = needs.find(
      ({ need, sources }) =>
        need.action === 'sts:AssumeRole' &&
        [...sources().values()].some((one) => JSON.stringify(one.document).includes('Condition')),
    );
    const same = trusting && askOf(trusting);
    if (!same) throw new Error('the example has a trust policy with a condition');
    const open = answered({ ...same, keys: [] });
    if (open.state === 'depends') expect(open.openKeys.length).toBeGreaterThan(0);
    const told = answered({
      ...same,
      keys: open.openKeys.map((key) => ({ key, says: 'absent', value: '' })),
    });
    expect(told.openKeys).toEqual([]);
  });
});

describe('a field that cannot be read', () => {
  it.each([
    [{ who: '' }, 'who', /^Name who asks/],
    [{ who: 'deploy' }, 'who', /names nobody/],
    [{ who: 'arn:aws:iam::12:role/x' }, 'who', /12 digits/],
    [{ who: 'arn:aws:iam::999999999999:root' }, 'who', /a role, a user or a service/],
    [{ who: '*' }, 'who', /a role, a user or a service/],
    [{ who: ROLE?.arn.replace(/role\/.*/, 'role/no-such-role') ?? '' }, 'who', /has no role “no-such-role”/],
    [{ does: '' }, 'does', /^Name one action/],
    [{ does: 's3:*' }, 'does', /many actions/],
    [{ does: 'GetObject' }, 'does', /service:Action/],
    [{ on: '' }, 'on', /^Name the resource/],
    [{ on: 'bucket' }, 'on', /is no ARN/],
    [{ on: '*' }, 'on', /acts on one resource/],
    [{ does: 'sts:AssumeRole' }, 'on', /acts on a role/],
    [{ does: 'kms:Decrypt', on: 'arn:aws:kms:us-east-1:999999999999:alias/x' }, 'on', /alias/],
  ] as const)('%j: one line at its field', (change, field, line) => {
    const found = problems(change);
    expect(found[field]).toMatch(line);
    expect(found[field]).not.toContain('\n');
  });

  it('is named for each row of the context', () => {
    const { keys } = problems({
      keys: [
        { key: 'aws:SourceIp', says: 'value', value: '1.2.3.4' },
        { key: 'nonsense', says: 'absent', value: '' },
        { key: 'aws:SourceVpc', says: 'value', value: '' },
        { key: '', says: 'value', value: 'x' },
      ],
    });
    expect(keys).toEqual([
      null,
      expect.stringContaining('is no context key'),
      expect.stringContaining('a value'),
      expect.stringContaining('Name the context key'),
    ]);
  });
});

it('offers principals, actions and resources of the snapshot, a bounded number', () => {
  const { who, does, on } = askSuggestions(analysis);
  expect(who.map(({ value }) => value)).toContain(ROLE?.arn);
  expect(does).toContain('sts:AssumeRole');
  expect(on.length).toBeGreaterThan(10);
  expect(Math.max(who.length, on.length)).toBeLessThanOrEqual(300);
});
