import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROD, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { main } from '../main';

const home = mkdtempSync(join(tmpdir(), 'hatstack-reach-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const working = join(home, 'working.json');
writeFileSync(working, JSON.stringify(snapshotOf(workingPipeline())));
const open = join(home, 'open.json');
writeFileSync(
  open,
  JSON.stringify(
    snapshotOf(workingPipeline({ prodTrust: trust({ AWS: 'arn:aws:iam::999999999999:root' }) })),
  ),
);

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(['reach', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { HATSTACK_HOME: home },
    isTerminal: false,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('hatstack reach', () => {
  it('prints what is reached from a hat', async () => {
    const { code, out } = await run(working, '--from', PIPELINE_ROLE);
    expect(code).toBe(0);
    expect(out).toContain(`${PROD}/deploy: works`);
    expect(out).toContain('its own side lets it: Inline policy inline of shop-pipeline, statement 1');
  });

  it('ends with 3 where some chain cannot be told', async () => {
    const { code, out } = await run(open, '--to', `${PROD}.deploy`);
    expect(code).toBe(3);
    expect(out).toContain('somebody in 999999999999 (account): cannot tell');
    expect(out).toContain('cannot tell: account 999999999999 was not scanned');
  });

  it('says whom each statement of a trust policy lets in', async () => {
    const { out } = await run(working, '--to', PROD_ROLE);
    expect(out).toContain('Trust policy, statement 1: lets in 1 principal, by nothing else');
  });

  it('gives the same as data', async () => {
    const { out } = await run(working, '--from', PIPELINE_ROLE, '--to', PROD, '--format', 'json');
    const report = JSON.parse(out) as {
      version: number;
      hats: readonly { role: string; verdict: string; steps: readonly { evidence: readonly unknown[] }[] }[];
      comers: readonly { who: { id: string } }[];
    };
    expect(report.version).toBe(1);
    const prod = report.hats.find(({ role }) => role === PROD_ROLE);
    expect(prod?.verdict).toBe('allowed');
    expect(prod?.steps[0]?.evidence).toHaveLength(2);
    expect(report.comers.map(({ who }) => who.id)).toContain(PIPELINE_ROLE);
  });

  it.each([
    [[working], /reach needs --from WHO or --to HAT/],
    [[working, '--from', 'nobody'], /no role, user, account or identity provider `nobody`/],
    [[working, '--to', 'ec2.amazonaws.com'], /`ec2.amazonaws.com` is no hat/],
  ])('says what is wrong with %j', async (args, expected) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});
