import { describe, expect, it } from 'vitest';
import { allow, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { found, roleUnread, TIERS } from '../found.fixture';

const RULE = 'principal-changes-pipeline-stacks';
const person = trust({ AWS: `arn:aws:iam::${PROD}:root` });
const STACK = `arn:aws:cloudformation:us-east-2:${PROD}:stack/shop/*`;

describe(RULE, () => {
  it('fires for a role that may update the stack, although it may not pass its role', () => {
    const one = role(PROD, 'operator', person, allow('cloudformation:UpdateStack', STACK));
    expect(found(RULE, { extra: [one] })).toMatchObject([
      {
        subject: `arn:aws:iam::${PROD}:role/operator`,
        severity: 'low',
        marks: false,
        certainty: 'shown',
        title: `${PROD}/operator may change the stack shop, and CloudFormation then uses the role of the pipeline’s deployment`,
        pipelines: [expect.stringContaining(':shop')],
      },
    ]);
  });

  it('fires harder in production', () => {
    const one = role(PROD, 'operator', person, allow('cloudformation:UpdateStack', STACK));
    expect(found(RULE, { extra: [one] }, { settings: TIERS })).toMatchObject([{ severity: 'medium' }]);
  });

  it('fires where it may only make a change set for it', () => {
    const one = role(PROD, 'operator', person, allow('cloudformation:CreateChangeSet', '*'));
    expect(found(RULE, { extra: [one] })).toHaveLength(1);
  });

  it.each([
    ['may change other stacks only', allow('cloudformation:UpdateStack', STACK.replace('shop', 'sandbox-*'))],
    ['may look at it', allow('cloudformation:DescribeStacks', '*')],
    ['is an administrator, who may do so anyway', allow('*', '*')],
  ])('is silent for a role that %s', (_, statement) => {
    expect(found(RULE, { extra: [role(PROD, 'operator', person, statement)] })).toEqual([]);
  });

  it('is silent for the pipeline’s own action roles', () => {
    expect(found(RULE)).toEqual([]);
  });

  it('cannot tell where its policies were not read, and says that it is possible', () => {
    expect(found(RULE, { extra: [roleUnread(PROD, 'operator', person)] })).toMatchObject([
      { certainty: 'possible', open: [expect.stringContaining('was not read')] },
    ]);
  });
});
