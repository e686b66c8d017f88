import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { main } from '../main';

const home = mkdtempSync(join(tmpdir(), 'hatstack-accept-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const file = join(home, 'accepted.yaml');
beforeEach(() => rmSync(file, { force: true }));

const snapshot = join(home, 'open.json');
writeFileSync(snapshot, JSON.stringify(snapshotOf(workingPipeline({ prodTrust: trust({ AWS: '*' }) }))));
const ID = `role-trusts-anyone ${PROD_ROLE}`;

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { HATSTACK_HOME: home, HATSTACK_ACCEPTED: file },
    isTerminal: false,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const check = (...more: string[]) => run('check', snapshot, '--fail-on', 'over-broad', ...more);
const write = (expires: string, finding = ID) =>
  writeFileSync(
    file,
    `accepted:\n  - finding: ${finding}\n    reason: until the move\n    author: Ada\n    expires: ${expires}\n`,
  );
/** Everything that was found here marks or is severe; the test accepts what it speaks of and looks at the rest. */
const accept = (...more: string[]) =>
  run('accept', ID, '--reason', 'until the move', '--author', 'Ada', '--expires', '2999-12-31', ...more);

describe('hatstack accept, and what check makes of it', () => {
  it('leaves what is accepted out of the exit code and prints it apart', async () => {
    writeFileSync(file, 'accepted:\n');
    expect((await check()).code).toBe(1);
    expect(await accept()).toEqual({ code: 0, out: `accepted until 2999-12-31, in ${file}`, err: '' });
    const { code, out } = await check();
    expect(out).toContain('over-broad (accepted)');
    expect(out).toContain('1 accepted\n  accepted until 2999-12-31: critical: ');
    expect(out).toContain('(role-trusts-anyone). Ada: until the move');
    expect(code).toBe(0);
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('counts an expired one again, and says since when', async () => {
    write('2020-01-31');
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toContain('1 expired on 2020-01-31\n  counts again, expired on 2020-01-31: ');
    expect(out).not.toContain('over-broad (accepted)');
  });

  it('tells one that speaks of nothing here as stale, where every pipeline is looked at', async () => {
    write('2999-12-31', 'role-trusts-anyone arn:aws:iam::333333333333:role/gone');
    const { out } = await check();
    expect(out).toContain(`1 stale\n  stale: ${file}:2: `);
    expect((await check('--format', 'json')).out).toContain('"staleAcceptances": [\n    {');
  });

  it('says in JSON who accepted it', async () => {
    write('2999-12-31');
    const report = JSON.parse((await check('--format', 'json')).out);
    const found = report.findings.find(({ id }: { id: string }) => id === ID);
    expect(found.accepted).toEqual({
      state: 'accepted',
      reason: 'until the move',
      author: 'Ada',
      expires: '2999-12-31',
      where: `${file}:2`,
    });
  });

  it('fails on the severity of a finding that counts, and not on that of one that is accepted', async () => {
    writeFileSync(file, '');
    const severe = () => run('check', snapshot, '--fail-on', 'critical');
    expect((await severe()).code).toBe(1);
    await accept();
    expect((await severe()).code).toBe(0);
  });

  it('takes an entry out again', async () => {
    await accept();
    expect((await run('accept', ID, '--withdraw')).out).toContain('not accepted any longer');
    expect((await check()).code).toBe(1);
  });

  it('accepts what a rule says of all subjects that fit', async () => {
    const words = ['--reason', 'x', '--author', 'Ada', '--expires', '2999-01-01'];
    await run('accept', '--rule', 'role-trusts-anyone', '--subject', 'arn:aws:iam::*:role/dep*', ...words);
    expect(readFileSync(file, 'utf8')).toContain(
      '- rule: role-trusts-anyone\n    subject: arn:aws:iam::*:role/dep*',
    );
    expect((await check()).code).toBe(0);
  });

  it('refuses in one line what cannot be meant, and leaves the file alone', async () => {
    writeFileSync(file, 'accepted:\n  - finding: x\n');
    const said = `hatstack accept: ${file}:2: \`finding\` names a rule that is not known`;
    expect((await accept()).err).toContain(said);
    expect((await check()).err).toContain(`${file}:2: \`finding\``);
    expect(readFileSync(file, 'utf8')).toBe('accepted:\n  - finding: x\n');
    const refused = async (...args: string[]) => (await run('accept', ...args)).err;
    expect(await refused()).toContain('accept needs the id of a finding');
    expect(await refused(ID)).toContain('accept needs --expires');
    expect(await refused(ID, '--expires', '2020-01-01')).toContain('has passed');
    expect(await refused(ID, '--expires', 'soon')).toContain('--expires `soon` is no day');
    expect(await refused('no-such-rule x', '--expires', '2999-01-01')).toContain(
      'there is no rule `no-such-rule`',
    );
  });

  it('says that a named file is not there', async () => {
    expect((await check('--accepted', join(home, 'none.yaml'))).err).toContain('there is no such file');
  });
});
