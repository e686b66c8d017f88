import { describe, expect, it } from 'vitest';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { found, roleUnread, TIERS } from '../found.fixture';

const RULE = 'principal-edits-pipelines';
const machine = trust({ Service: 'ec2.amazonaws.com' });
const person = trust({ AWS: `arn:aws:iam::${HUB}:root` });
const update = allow('codepipeline:UpdatePipeline', '*');
const pass = allow('iam:PassRole', `arn:aws:iam::${HUB}:role/*`);

describe(RULE, () => {
  it('fires for a role that may update a pipeline and pass its role', () => {
    expect(found(RULE, { extra: [role(HUB, 'editor', person, update, pass)] })).toMatchObject([
      {
        subject: `arn:aws:iam::${HUB}:role/editor`,
        severity: 'medium',
        marks: false,
        certainty: 'shown',
        title: `${HUB}/editor may change shop and pass its role`,
        pipelines: [expect.stringContaining(':shop')],
      },
    ]);
  });

  it('fires harder for a machine where the pipeline reaches prod', () => {
    const all = found(RULE, { extra: [role(HUB, 'editor', machine, update, pass)] }, { settings: TIERS });
    expect(all).toMatchObject([
      {
        severity: 'high',
        notes: [expect.stringContaining('not a person'), expect.stringContaining('production')],
      },
    ]);
  });

  it.each([
    ['may not pass the role', role(HUB, 'editor', person, update)],
    [
      'may change another pipeline only',
      role(
        HUB,
        'editor',
        person,
        allow('codepipeline:UpdatePipeline', `arn:aws:codepipeline:us-east-1:${HUB}:other`),
        pass,
      ),
    ],
    ['is an administrator, who may do so anyway', role(HUB, 'admin', person, allow('*', '*'))],
  ])('is silent for a role that %s', (_, one) => {
    expect(found(RULE, { extra: [one] })).toEqual([]);
  });

  it('cannot tell where its policies were not read, and says that it is possible', () => {
    expect(found(RULE, { extra: [roleUnread(HUB, 'editor', person)] })).toMatchObject([
      { certainty: 'possible', open: [expect.stringContaining('was not read')] },
    ]);
  });
});
