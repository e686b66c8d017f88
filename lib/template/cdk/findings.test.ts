import { describe, expect, it } from 'vitest';
import { RULES } from '@/lib/findings/rules/index';
import { APPS, analysisOfApp } from './apps.fixture';
import { ARGUED, type ArguedFinding } from './argued-findings.fixture';
import { crossAccount } from './cross-account.fixture';
import { pipelines } from './pipelines.fixture';
import { HUB } from './synthesise.fixture';

const WHAT_TO_DO =
  'on a pipeline that the AWS CDK writes. Is it true, and worth a reader’s time? Then argue it in a sentence in lib/template/cdk/argued-findings.fixture.ts. If not, it is a false alarm: mend the rule';

const found = APPS.flatMap((app) =>
  analysisOfApp(app).findings.map((one) => ({ app: app.name, finding: one })),
);

function argues(entry: ArguedFinding, { app, finding }: (typeof found)[number]): boolean {
  return entry.apps.includes(app) && entry.rule === finding.rule && entry.subject.test(finding.subject);
}

describe('on the pipelines that the CDK writes', () => {
  it('every finding is argued', () => {
    const unargued = found
      .filter((one) => !ARGUED.some((entry) => argues(entry, one)))
      .map(({ app, finding }) => `${app}: ${finding.rule} about ${finding.subject}: ${finding.title}`);
    expect(unargued, `a finding ${WHAT_TO_DO}`).toEqual([]);
  });

  it('every argument is about a finding that still comes out, in each of its apps', () => {
    const stale = ARGUED.flatMap((entry) =>
      entry.apps
        .filter((app) => !found.some((one) => one.app === app && argues(entry, one)))
        .map((app) => `${app}: ${entry.rule} about ${entry.subject}`),
    );
    expect(stale, 'entries of argued-findings.fixture.ts that no finding bears out: take them out').toEqual(
      [],
    );
  });

  it('no finding is argued twice, and each argument says something', () => {
    expect(found.filter((one) => ARGUED.filter((entry) => argues(entry, one)).length > 1)).toEqual([]);
    expect(ARGUED.filter(({ right }) => right.length < 60)).toEqual([]);
    expect(ARGUED.filter(({ rule }) => !RULES.some(({ id }) => id === rule))).toEqual([]);
  });

  it('the pipeline’s role is counted among those who can put on a deploy role of the bootstrap stack', () => {
    const reached = analysisOfApp(pipelines).findings.filter(({ title }) => title.includes(`of ${HUB}`));
    expect(reached.length).toBeGreaterThan(0);
    for (const { reach } of reached)
      expect(reach).toMatchObject({
        can: expect.arrayContaining([expect.stringContaining('bank-pipeline-PipelineRole')]),
        complete: true,
      });
  });

  it('trust of an account that aws:PrincipalArn narrows to the pipeline role is no finding', () => {
    const { inventory, findings } = analysisOfApp(crossAccount);
    const narrowed = [...inventory.roles.values()].filter(
      ({ trust }) =>
        JSON.stringify(trust).includes(':root') && JSON.stringify(trust).includes('aws:PrincipalArn'),
    );
    expect(narrowed.length).toBeGreaterThan(2);
    const open = ['role-trusts-whole-account', 'role-trusts-anyone', 'role-trusts-outside-account'];
    expect(findings.filter(({ rule }) => open.includes(rule))).toEqual([]);
  });
});
