import { describe, expect, it } from 'vitest';
import {
  allow,
  DEV,
  document,
  HUB,
  keyArn,
  PROD,
  snapshotOf,
  stores,
  trust,
} from '@/lib/model/snapshot.fixture';
import {
  type Changes,
  DEV_ROLE,
  deployIdentity,
  PIPELINE_ROLE,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import { actionTrail } from '@/lib/scene/action-trail';
import { plain } from '@/lib/scene/words';
import type { Gap } from '@/lib/snapshot/gap';
import { analyze } from './analyze';

/** What is said of the deployment to prod when one thing is changed. */
function prod(changes: Changes, options: Parameters<typeof snapshotOf>[1] = {}) {
  const analysis = analyze(snapshotOf(workingPipeline(changes), options));
  const pipeline = analysis.pipelines[0];
  const path = pipeline?.paths.find((one) => one.path.action === 'Deploy-Prod');
  const trail = pipeline === undefined ? null : actionTrail(analysis, pipeline.arn, 'Prod/Deploy-Prod');
  if (path === undefined || trail === null) throw new Error('the test has no deployment to prod');
  return {
    analysis,
    state: path.state,
    overBroad: path.overBroad,
    atFault: path.atFault,
    hop: path.worst?.hop.kind ?? null,
    by: path.worst?.needs.find((need) => need.verdict === 'denied')?.decision.by ?? null,
    answer: plain(trail.answer),
    trail,
  };
}

describe('a pipeline in which everything is allowed', () => {
  it('works, every hop of it', () => {
    const analysis = analyze(snapshotOf(workingPipeline()));
    const odd = analysis.pipelines[0]?.paths.flatMap((path) =>
      path.hops
        .filter((hop) => hop.state !== 'works')
        .map((hop) => `${path.path.action} ${hop.hop.kind} ${hop.state}`),
    );
    expect(odd).toEqual([]);
    expect(analysis.pipelines[0]).toMatchObject({ state: 'works', overBroad: false });
    expect(analysis.findings.filter((one) => one.severity !== 'info')).toEqual([]);
  });

  it('is judged alike each time', () => {
    const one = () => JSON.stringify(analyze(snapshotOf(workingPipeline())).pipelines);
    expect(one()).toBe(one());
  });
});

describe('what breaks the deployment to prod', () => {
  const broken: readonly (readonly [
    string,
    Changes,
    { readonly hop: string; readonly atFault: string; readonly says: RegExp },
  ])[] = [
    [
      'the key policy of its region does not name the action role',
      { use2KeyUsers: [DEV_ROLE] },
      {
        hop: 'decrypts',
        atFault: 'resource-policy',
        says: /cannot decrypt with artifacts-us-east-2: the key policy in 111111111111 names no principal of 333333333333/,
      },
    ],
    [
      'the trust policy names somebody else',
      { prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:role/other` }) },
      {
        hop: 'assumes',
        atFault: 'action-role',
        says: /cannot put on 333333333333’s action role deploy: its trust policy does not name that role/,
      },
    ],
    [
      'the trust policy wants an external id',
      { prodTrust: trust({ AWS: PIPELINE_ROLE }, { StringEquals: { 'sts:ExternalId': 'x' } }) },
      {
        hop: 'assumes',
        atFault: 'action-role',
        says: /its trust policy wants an external id, and CodePipeline never sends one/,
      },
    ],
    [
      'the trust policy names codepipeline.amazonaws.com',
      { prodTrust: trust({ Service: 'codepipeline.amazonaws.com' }) },
      { hop: 'assumes', atFault: 'action-role', says: /trust policy/ },
    ],
    [
      'the pipeline role may not assume the role',
      { pipelineIdentity: [allow('sts:AssumeRole', DEV_ROLE), allow('s3:*', '*'), allow('kms:*', '*')] },
      { hop: 'assumes', atFault: 'pipeline-role', says: /its own policies do not allow sts:AssumeRole/ },
    ],
    [
      'the pipeline role may not make a data key for the replica',
      { pipelineIdentity: [allow('sts:AssumeRole', '*'), allow('s3:*', '*'), allow('kms:Decrypt', '*')] },
      {
        hop: 'replicates',
        atFault: 'pipeline-role',
        says: /shop-pipeline cannot replicate to artifacts-us-east-2: its own policies do not allow kms:GenerateDataKey/,
      },
    ],
    [
      'the bucket of its region has no policy',
      { use2BucketPolicy: null },
      { hop: 'reads', atFault: 'resource-policy', says: /has no bucket policy/ },
    ],
    [
      'the bucket policy denies',
      {
        use2BucketPolicy: document(
          { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' },
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalAccount': [HUB, DEV] } },
          },
        ),
      },
      { hop: 'reads', atFault: 'resource-policy', says: /denies it/ },
    ],
    [
      'the action role may not read the bucket',
      { prodIdentity: deployIdentity(PROD).slice(1) },
      { hop: 'reads', atFault: 'action-role', says: /its own policies do not allow s3:GetObject/ },
    ],
    [
      'the action role may not pass the execution role',
      { prodIdentity: deployIdentity(PROD).slice(0, 3) },
      {
        hop: 'passes',
        atFault: 'action-role',
        says: /cannot pass build-stack: its own policies do not allow iam:PassRole/,
      },
    ],
    [
      'the action role does not exist',
      { without: (fact) => fact.arn === PROD_ROLE },
      { hop: 'assumes', atFault: 'action-role', says: /has no role of this name/ },
    ],
    [
      'the pipeline has no store in its region',
      { artifacts: stores('us-east-1') },
      { hop: 'reads', atFault: 'structure', says: /has no artifact store in us-east-2/ },
    ],
  ];

  it.each(broken)('%s', (_, changes, { hop, atFault, says }) => {
    const said = prod(changes);
    expect(said.state, said.answer).toBe('broken');
    expect(said.answer).toMatch(says);
    expect({ hop: said.hop, atFault: said.atFault }).toEqual({ hop, atFault });
  });

  it.each(broken)('%s: the other deployment is left as it was', (_, changes) => {
    if (changes.pipelineIdentity !== undefined) return;
    const dev = prod(changes).analysis.pipelines[0]?.paths.find((one) => one.path.action === 'Deploy-Dev');
    expect(dev?.state).toBe('works');
  });

  it('shows the statement that comes nearest, and the principal in it that does not match', () => {
    const { trail } = prod({ use2KeyUsers: [DEV_ROLE] });
    const policy = trail.hops
      .find((hop) => hop.state === 'broken')
      ?.needs[0]?.policies.find((one) => one.title.startsWith('Key policy'));
    expect(policy?.statement).toContain('statement 2 of 2');
    expect(
      policy?.lines
        .filter((line) => line.mark === 'failed')
        .map((line) => line.text)
        .join(' '),
    ).toContain(DEV_ROLE);
    expect(policy?.nearMisses.map((miss) => plain(miss)).join(' ')).toContain(
      'matches but for the principal',
    );
  });

  it('says what to change, in which account, and who changes nothing', () => {
    const { trail } = prod({ use2KeyUsers: [DEV_ROLE] });
    expect(trail.changes).toHaveLength(1);
    expect(trail.changes[0]).toMatchObject({ account: HUB, where: 'the key policy of artifacts-us-east-2' });
    expect(JSON.parse(trail.changes[0]?.statement ?? '')).toEqual({
      Effect: 'Allow',
      Principal: { AWS: PROD_ROLE },
      Action: 'kms:Decrypt',
      Resource: '*',
    });
    expect(trail.unchanged).toEqual([PROD]);
  });
});

describe('what was not read', () => {
  const gap = (source: Gap['source'], account: string, scope: string | null): Gap => ({
    source,
    permission: source,
    account,
    region: 'us-east-2',
    scope,
    cause: 'denied',
    code: 'AccessDeniedException',
  });

  it('of the key policy leaves the deployment unknown and names the permission', () => {
    const arn = keyArn('us-east-2');
    const said = prod(
      { without: (fact) => fact.kind === 'key-policy' && fact.arn === arn },
      { gaps: [gap('kms:GetKeyPolicy', HUB, arn)] },
    );
    expect(said.state).toBe('unknown');
    expect(said.answer).toMatch(/^Cannot tell whether .*: kms:GetKeyPolicy was refused in 111111111111/);
  });

  it('of the target account leaves the deployment unknown, never works and never broken', () => {
    const said = prod(
      { without: (fact) => fact.account === PROD },
      { read: [HUB, DEV], gaps: [gap('sts:AssumeRole', PROD, `arn:aws:iam::${PROD}:role/HatstackRead`)] },
    );
    expect(said.state).toBe('unknown');
    expect(said.answer).toContain('sts:AssumeRole was refused');
  });

  it('of an account that nobody asked for is said so', () => {
    const said = prod({ without: (fact) => fact.account === PROD }, { read: [HUB, DEV] });
    expect(said.state).toBe('unknown');
    expect(said.answer).toContain('account 333333333333 was not scanned');
  });

  it('does not hide what is broken whatever it says', () => {
    const said = prod(
      { use2KeyUsers: [DEV_ROLE], without: (fact) => fact.kind === 'iam-role' && fact.account === PROD },
      { read: [HUB, DEV] },
    );
    expect(said.state).toBe('broken');
  });
});

describe('what is decided at request time', () => {
  it('makes the deployment depend on the key, which is named', () => {
    const trusts = trust({ AWS: PIPELINE_ROLE }, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } });
    const said = prod({ prodTrust: trusts });
    expect(said.state).toBe('depends');
    expect(said.answer).toMatch(/^Depends on aws:SourceIp/);
  });

  it('is known for what CodePipeline never sends through: a VPC endpoint', () => {
    const trusts = trust({ AWS: PIPELINE_ROLE }, { StringEquals: { 'aws:SourceVpce': 'vpce-1' } });
    expect(prod({ prodTrust: trusts }).state).toBe('broken');
  });
});

describe('a hat that trusts the whole hub account', () => {
  const rootTrust = trust({ AWS: `arn:aws:iam::${HUB}:root` }, {});

  it('works and is over-broad', () => {
    const said = prod({ prodTrust: rootTrust });
    expect(said).toMatchObject({ state: 'works', overBroad: true });
    expect(plain(said.trail.marks[0]?.sentence ?? [])).toBe(
      '333333333333/deploy can be put on by 1 principal of 111111111111. One needs it.',
    );
    expect(said.trail.marks[0]?.lines.some((line) => line.text.includes(`${HUB}:root`))).toBe(true);
  });

  it('is not over-broad when a condition names the pipeline role', () => {
    expect(
      prod({
        prodTrust: trust(
          { AWS: `arn:aws:iam::${HUB}:root` },
          { ArnEquals: { 'aws:PrincipalArn': PIPELINE_ROLE } },
        ),
      }),
    ).toMatchObject({ state: 'works', overBroad: false });
  });
});
