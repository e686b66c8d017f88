import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { allow, HUB, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';

const root = { AWS: `arn:aws:iam::${HUB}:root` };
const others = [
  role(HUB, 'admin', trust({ AWS: '*' }), allow('*', '*')),
  role(HUB, 'reader', trust({ AWS: '*' }), allow('s3:Get*', '*')),
];
const findings = (prodTrust: ReturnType<typeof trust>, extra = others, read?: readonly string[]) =>
  analyze(
    snapshotOf(workingPipeline({ prodTrust, extra }), read === undefined ? {} : { read }),
  ).findings.filter((one) => one.rule === 'role-trusts-whole-account');

describe('role-trusts-whole-account', () => {
  it('fires for the root of an account without a condition, and counts who can put the hat on', () => {
    expect(findings(trust(root, {}))).toMatchObject([
      {
        subject: PROD_ROLE,
        certainty: 'shown',
        evidence: [{ statement: 0 }],
        reach: {
          can: [`arn:aws:iam::${HUB}:role/admin`, PIPELINE_ROLE],
          need: [PIPELINE_ROLE],
          complete: true,
        },
      },
    ]);
  });

  it('fires for a bare account id', () => {
    expect(findings(trust({ AWS: HUB }))).toHaveLength(1);
  });

  it('fires where the condition only wants that no external id is sent, as the CDK’s bootstrap roles do', () => {
    expect(findings(trust(root, { Null: { 'sts:ExternalId': 'true' } }))).toMatchObject([
      {
        subject: PROD_ROLE,
        certainty: 'shown',
        reach: { can: [`arn:aws:iam::${HUB}:role/admin`, PIPELINE_ROLE], complete: true },
      },
    ]);
  });

  it('fires where any external id will do', () => {
    expect(findings(trust(root, { StringLike: { 'sts:ExternalId': '*' } }))).toHaveLength(1);
  });

  it.each([
    ['a secret external id', { StringEquals: { 'sts:ExternalId': '5f1c' } }],
    ['ArnEquals', { ArnEquals: { 'aws:PrincipalArn': PIPELINE_ROLE } }],
    ['StringLike with a prefix', { StringLike: { 'aws:PrincipalArn': `arn:aws:iam::${HUB}:role/shop-*` } }],
    ['a tag that only the caller’s role carries', { StringEquals: { 'aws:PrincipalTag/job': 'deploy' } }],
  ])('is silent where a condition narrows it: %s', (_, condition) => {
    expect(findings(trust(root, condition))).toEqual([]);
  });

  it('is silent for a named role', () => {
    expect(findings(trust({ AWS: PIPELINE_ROLE }))).toEqual([]);
  });

  it('cannot tell who can put it on where the trusted account was not read, and says that the count is not complete', () => {
    const facts = workingPipeline({
      prodTrust: trust(root, {}),
      extra: others,
      without: (fact) => fact.kind === 'iam-role' && fact.account === HUB,
    });
    const found = analyze(snapshotOf(facts, { read: ['222222222222', '333333333333'] })).findings;
    expect(found.filter((one) => one.rule === 'role-trusts-whole-account')).toMatchObject([
      { reach: { can: [], complete: false } },
    ]);
  });
});
