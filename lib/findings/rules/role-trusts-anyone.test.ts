import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Json } from '@/lib/base/json';
import { document, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';

const findings = (prodTrust: Json) =>
  analyze(snapshotOf(workingPipeline({ prodTrust }))).findings.filter(
    (one) => one.rule === 'role-trusts-anyone',
  );

describe('role-trusts-anyone', () => {
  it('fires for the principal * without a condition', () => {
    expect(findings(trust({ AWS: '*' }))).toMatchObject([
      { subject: PROD_ROLE, severity: 'critical', certainty: 'shown' },
    ]);
  });

  it('is silent where the organisation is asked for and the stranger is in another', () => {
    expect(findings(trust('*', { StringEquals: { 'aws:PrincipalAccount': '111111111111' } }))).toEqual([]);
  });

  it('cannot tell where a statement that might deny cannot be read, and says that it is possible', () => {
    const unreadable = document(
      { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' },
      { Effect: 'Deny', Principal: '*', Action: 17 },
    );
    expect(findings(unreadable)).toMatchObject([{ certainty: 'possible' }]);
  });
});
