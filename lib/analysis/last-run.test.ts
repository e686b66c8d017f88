import { describe, expect, it } from 'vitest';
import { allow, DEV, HUB, keyArn, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import {
  type Changes,
  DEV_ROLE,
  deployIdentity,
  PIPELINE_ROLE,
  PROD_ROLE,
} from '@/lib/model/working-pipeline.fixture';
import { plain } from '@/lib/scene/words';
import type { RunRelation } from '@/lib/verdict/compare-run';
import { failed, hopOf, PIPELINE, prodAfter, RUN_AT } from './last-run.fixture';

const SESSION = `arn:aws:sts::${PROD}:assumed-role/deploy/1795422318714`;
const KEY = keyArn('us-east-2');
const DECRYPT = `User: ${SESSION} is not authorized to perform: kms:Decrypt on resource: ${KEY} because no resource-based policy allows the kms:Decrypt action`;
const BARE_S3 = 'Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)';

const keyShut: Changes = { use2KeyUsers: [DEV_ROLE] };
const keyOpen: Changes = { without: ({ kind, arn }) => kind === 'key-policy' && arn === KEY };
const depends: Changes = {
  prodTrust: trust({ AWS: PIPELINE_ROLE }, { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }),
};

interface Case {
  readonly name: string;
  readonly changes: Changes;
  readonly says: string;
  readonly state: string;
  readonly relation: RunRelation;
  readonly hop: RegExp | null;
}

const CASES: readonly Case[] = [
  {
    name: 'broken, and AWS says the same',
    changes: keyShut,
    says: DECRYPT,
    state: 'broken',
    relation: 'confirms',
    hop: /^Decrypts/,
  },
  {
    name: 'broken, and AWS refused in words that fit',
    changes: keyShut,
    says: BARE_S3,
    state: 'broken',
    relation: 'fits',
    hop: /^Decrypts/,
  },
  {
    name: 'broken, and the artifact could not be read: it may be the key',
    changes: keyShut,
    says: "Unable to access the artifact with Amazon S3 object key 'shop/source/abc' located in the Amazon S3 artifact bucket 'artifacts-us-east-2'. The provided role does not have sufficient permissions.",
    state: 'broken',
    relation: 'fits',
    hop: /^Decrypts/,
  },
  {
    name: 'broken by the trust policy, and CodePipeline names the role',
    changes: { prodTrust: trust({ AWS: `arn:aws:iam::${DEV}:root` }) },
    says: `The provided role cannot be assumed: 'Access denied when attempting to assume the role '${PROD_ROLE}''`,
    state: 'broken',
    relation: 'confirms',
    hop: /^It puts on/,
  },
  {
    name: 'broken at the key, but AWS refused what we call allowed',
    changes: keyShut,
    says: `User: ${SESSION} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${PROD}:role/build-stack with an explicit deny in a service control policy`,
    state: 'broken',
    relation: 'contradicts',
    hop: /^Passes/,
  },
  {
    name: 'cannot tell, and AWS said no',
    changes: keyOpen,
    says: DECRYPT,
    state: 'unknown',
    relation: 'settles',
    hop: /^Decrypts/,
  },
  {
    name: 'depends, and AWS said no',
    changes: depends,
    says: `${PIPELINE_ROLE} is not authorized to perform AssumeRole on role ${PROD_ROLE}`,
    state: 'depends',
    relation: 'settles',
    hop: /^It puts on/,
  },
  {
    name: 'works, and AWS said no',
    changes: {},
    says: DECRYPT,
    state: 'works',
    relation: 'contradicts',
    hop: /^Decrypts/,
  },
  {
    name: 'works, and AWS does not say to what it said no',
    changes: {},
    says: BARE_S3,
    state: 'works',
    relation: 'unnamed',
    hop: null,
  },
  {
    name: 'works, and AWS refused another role',
    changes: {},
    says: DECRYPT.replace('role/deploy', 'role/other'),
    state: 'works',
    relation: 'elsewhere',
    hop: null,
  },
  {
    name: 'works, and AWS refused the same call on another thing',
    changes: {},
    says: DECRYPT.replaceAll(KEY, keyArn('eu-west-1')),
    state: 'works',
    relation: 'elsewhere',
    hop: /^Decrypts/,
  },
  {
    name: 'works, and AWS failed for another reason',
    changes: {},
    says: 'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    state: 'works',
    relation: 'other',
    hop: null,
  },
  {
    name: 'works, and nobody can read what AWS said',
    changes: {},
    says: 'Resource limit exceeded',
    state: 'works',
    relation: 'unread',
    hop: null,
  },
  {
    name: 'broken, and nobody can read what AWS said',
    changes: keyShut,
    says: 'Resource limit exceeded',
    state: 'broken',
    relation: 'unread',
    hop: null,
  },
  {
    name: 'works, and AWS only says that it failed',
    changes: {},
    says: 'InternalError',
    state: 'works',
    relation: 'unnamed',
    hop: null,
  },
  {
    name: 'a message cut off inside its resource',
    changes: keyShut,
    says: DECRYPT.slice(0, DECRYPT.indexOf(KEY) + 30),
    state: 'broken',
    relation: 'confirms',
    hop: /^Decrypts/,
  },
  {
    name: 'an encoded message',
    changes: keyShut,
    says: 'You are not authorized to perform this operation. Encoded authorization failure message: rHU-pVHM',
    state: 'broken',
    relation: 'fits',
    hop: /^Decrypts/,
  },
];

describe('AWS’s last run beside the judgement', () => {
  it.each(CASES)('$name', ({ changes, says, state, relation, hop }) => {
    const trail = prodAfter({ run: failed(says) }, changes);
    expect(trail.state).toBe(state);
    expect(trail.run).toMatchObject({ relation, said: says, at: RUN_AT, executionId: 'e-1' });
    if (hop === null) expect(hopOf(trail)).toBeNull();
    else expect(hopOf(trail)).toMatch(hop);
    expect(trail.state).toBe(prodAfter({}, changes).state);
  });

  it('says nothing where a run succeeded and all is judged to work', () => {
    expect(prodAfter({ run: { status: 'Succeeded', lastStatusChange: RUN_AT } }).run).toBeNull();
    expect(prodAfter({ run: { status: 'InProgress', lastStatusChange: RUN_AT } }).run).toBeNull();
    expect(prodAfter({}).run).toBeNull();
  });

  it('says so where a run succeeded though we call it broken, or cannot tell', () => {
    const succeeded = { status: 'Succeeded', lastStatusChange: RUN_AT };
    const broken = prodAfter({ run: succeeded }, keyShut);
    expect(broken).toMatchObject({
      state: 'broken',
      run: { relation: 'ran-though-broken', agrees: false, said: null },
    });
    expect(plain(broken.run?.headline ?? [])).toBe(
      'We say broken, yet AWS ran this action on 23 Nov 2026, 08:31 UTC.',
    );
    expect(broken.run?.notRead.join('\n')).toMatch(/session policies.*\n.*between that run and the snapshot/);
    expect(prodAfter({ run: succeeded }, keyOpen).run).toMatchObject({
      relation: 'ran-though-open',
      notRead: [],
    });
  });

  it('lists what was not read where AWS said no and we do not', () => {
    const gaps = [
      {
        source: 'organizations:ListPolicies',
        permission: 'organizations:ListPolicies',
        account: HUB,
        region: 'global',
        scope: null,
        cause: 'denied',
        code: 'AccessDeniedException',
      },
      {
        source: 's3:GetBucketPolicy',
        permission: 's3:GetBucketPolicy',
        account: DEV,
        region: 'global',
        scope: 'arn:aws:s3:::else',
        cause: 'denied',
        code: 'AccessDenied',
      },
    ] as const;
    const said = prodAfter({ run: failed(DECRYPT) }, {}, { gaps }).run?.notRead.join('\n') ?? '';
    expect(said).toContain('organizations:ListPolicies was refused');
    expect(said).not.toContain('s3:GetBucketPolicy');
    expect(said).not.toContain('session policies');
    const open = prodAfter({ run: failed('Access Denied') }, {}, { gaps }).run?.notRead.join('\n') ?? '';
    expect(open).toContain('session policies, which AWS shows to nobody, and policies of VPC endpoints');
  });

  it('names what has changed since the run', () => {
    const told = { run: failed(DECRYPT) };
    const made = role(PROD, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(PROD));
    const data = { ...Object(made.data), CreateDate: '2026-11-23T09:00:00.000Z' };
    const trail = prodAfter(told, { extra: [{ ...made, data }] });
    expect(trail.run?.notRead[0]).toBe('role deploy was made on 23 Nov 2026, 09:00 UTC, after this run');
  });

  it('says that AWS refused what we hold not essential', () => {
    const warned = prodAfter(
      { run: failed('Access Denied') },
      { prodIdentity: deployIdentity(PROD).slice(0, 3) },
    );
    expect(warned.run?.relation).toBe('fits');
  });

  it('says that the kind of policy which AWS blames was read, or never is', () => {
    const blaming = (kind: string) =>
      prodAfter({
        run: failed(DECRYPT.replace(/because no .*/, `because no ${kind} allows the kms:Decrypt action`)),
      }).run?.remarks.map((one) => plain(one));
    expect(blaming('service control policy')).toEqual([
      'Of the SCPs that we read, none refuses it in this snapshot.',
    ]);
    expect(blaming('session policy')).toEqual(['We do not read session policies.']);
  });

  it('says where AWS blames another kind of policy', () => {
    const says = DECRYPT.replace(
      'because no resource-based policy allows the kms:Decrypt action',
      'with an explicit deny in a service control policy',
    );
    const run = prodAfter({ run: failed(says) }, keyShut).run;
    expect(run?.remarks.map((one) => plain(one)).join()).toContain('another kind of policy');
    expect(prodAfter({ run: failed(DECRYPT) }, keyShut).run?.remarks).toEqual([]);
  });

  it('takes the message from the list of executions where the state has none', () => {
    const run = { status: 'Failed', actionExecutionId: 'e-1', lastStatusChange: RUN_AT };
    const execution = {
      stageName: 'Prod',
      actionName: 'Deploy-Prod',
      actionExecutionId: 'e-1',
      status: 'Failed',
      output: { executionResult: { externalExecutionSummary: DECRYPT } },
    };
    expect(prodAfter({ run, executions: [execution] }, keyShut).run).toMatchObject({
      relation: 'confirms',
      said: DECRYPT,
    });
    const other = { ...execution, actionExecutionId: 'e-0' };
    expect(prodAfter({ run, executions: [other] }, keyShut).run).toMatchObject({
      relation: 'unread',
      said: null,
    });
    expect(prodAfter({ executions: [execution] }, keyShut).run).toMatchObject({ relation: 'confirms' });
  });

  it('never lets an allow be doubted because of an old refusal', () => {
    const trail = prodAfter(
      { run: failed(DECRYPT) },
      { prodIdentity: [...deployIdentity(PROD), allow('kms:*', '*')] },
    );
    expect(trail).toMatchObject({ state: 'works', run: { relation: 'contradicts' } });
  });
});

describe('the notes of an action', () => {
  it('tell a disabled transition, who disabled it and why, and change no verdict', () => {
    const stage = {
      inboundTransitionState: {
        enabled: false,
        lastChangedBy: `arn:aws:sts::${HUB}:assumed-role/admin/ada`,
        lastChangedAt: '2026-11-20T10:00:00.000Z',
        disabledReason: 'freeze until Monday',
      },
    };
    const trail = prodAfter({ stage });
    expect(trail.state).toBe('works');
    expect(trail.notes.map((note) => plain(note))).toEqual([
      `Nothing enters stage Prod: its transition was disabled on 20 Nov 2026, 10:00 UTC by arn:aws:sts::${HUB}:assumed-role/admin/ada: “freeze until Monday”.`,
    ]);
  });

  it('say nothing of a transition that is enabled', () => {
    expect(prodAfter({}).notes).toEqual([]);
  });

  it('say so where the state was refused', () => {
    const source = 'codepipeline:GetPipelineState';
    const gap = {
      source,
      permission: source,
      account: HUB,
      region: 'us-east-1',
      scope: PIPELINE,
      cause: 'denied',
      code: 'AccessDenied',
    } as const;
    const trail = prodAfter({}, { without: ({ kind }) => kind === 'pipeline-state' }, { gaps: [gap] });
    expect(trail.state).toBe('works');
    expect(trail.run).toBeNull();
    expect(trail.notes.map((note) => plain(note)).join()).toContain(
      'whether a transition is disabled, is not known',
    );
  });
});
