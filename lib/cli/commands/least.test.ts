import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HUB, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { main } from '../main';

const home = mkdtempSync(join(tmpdir(), 'hatstack-least-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const working = join(home, 'working.json');
const idle = role(HUB, 'idle', trust({ Service: 'ec2.amazonaws.com' }));
writeFileSync(working, JSON.stringify(snapshotOf(workingPipeline({ extra: [idle] }))));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(['least', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { HATSTACK_HOME: home },
    isTerminal: false,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('hatstack least', () => {
  it('says statement by statement what is needed, and prints the policies', async () => {
    const { code, out } = await run(working, '--role', PIPELINE_ROLE);
    expect(code).toBe(0);
    expect(out).toContain('Inline policy inline of shop-pipeline, statement 1: needed as it is');
    expect(out).toContain('none gets worse');
  });

  it('gives the same as data', async () => {
    const { out } = await run(working, '--role', `${HUB}.shop-pipeline`, '--format', 'json');
    const report = JSON.parse(out) as {
      version: number;
      needs: readonly unknown[];
      policies: readonly unknown[];
    };
    expect(report.version).toBe(1);
    expect(report.needs.length).toBeGreaterThan(5);
    expect(report.policies.length).toBeGreaterThan(0);
  });

  it.each([
    ['cloudformation', 'AWS::IAM::RolePolicy'],
    ['terraform', 'aws_iam_role_policy'],
    ['cdk', 'role.addToPrincipalPolicy'],
  ])('prints the policies as %s', async (format, expected) => {
    const { out } = await run(working, '--role', PIPELINE_ROLE, '--format', format);
    expect(out).toContain(expected);
  });

  it.each([
    [[working], /least needs --role ARN/],
    [[working, '--role', 'nobody'], /no role `nobody` in snapshot test/],
    [[working, '--role', `${HUB}.idle`], /no pipeline of snapshot test uses 111111111111\/idle/],
    [[working, '--role', PIPELINE_ROLE, '--format', 'pdf'], /--format is one of text, json/],
  ])('says what is wrong with %j', async (args, expected) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});
