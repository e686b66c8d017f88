import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Layer } from '@/lib/iam/decision';
import { buildInventory } from '@/lib/model/build-inventory';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { tellingNeed } from '@/lib/verdict/judge-hop';
import { judgePipeline } from '@/lib/verdict/judge-pipeline';
import type { JudgedNeed, JudgedPipeline } from '@/lib/verdict/judgement';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { snapshotOfApp } from './apps.fixture';
import { container } from './container.fixture';
import { crossAccount } from './cross-account.fixture';
import { crossRegion } from './cross-region.fixture';
import { type Grant, grantsOf, withoutGrant } from './grants.fixture';
import { manyActions } from './many-actions.fixture';
import { pipelines } from './pipelines.fixture';
import { type CdkApp, DEV, HUB, PROD } from './synthesise.fixture';

/** A grant of the CDK, taken away: what breaks, and only that; in which layer; and in whose account it must be put back. */
interface Mutant {
  readonly app: CdkApp;
  /** The statement: the id of its policy, and its text. */
  readonly policy: RegExp;
  readonly grants: RegExp;
  readonly breaks: readonly string[];
  readonly by: Layer;
  readonly account: string;
}

const PIPELINE_ROLE = /^inline:.*inepipelinerole|^inline:.*-PipelineRole/i;

const MUTANTS: { readonly [sentence: string]: Mutant } = {
  'the key policy names the foreign roles no longer': {
    app: crossAccount,
    policy: /^resource:arn:aws:kms:/,
    grants: /kms:Decrypt/,
    breaks: ['Build/Test decrypts', 'Prod/Prepare decrypts'],
    by: 'resource',
    account: HUB,
  },
  'the bucket policy names the foreign roles no longer': {
    app: crossAccount,
    policy: /^resource:arn:aws:s3:.*artifactsbucket/,
    grants: /s3:GetObject/,
    breaks: ['Build/Test reads', 'Prod/Prepare reads'],
    by: 'resource',
    account: HUB,
  },
  'the key policy delegates nothing to its own account': {
    app: crossAccount,
    policy: /^resource:arn:aws:kms:/,
    grants: /"kms:\*"/,
    breaks: ['Source/Fetch encrypts', 'Build/Build decrypts', 'Build/Build encrypts'],
    by: 'resource',
    account: HUB,
  },
  'an action role in another account does not trust': {
    app: crossAccount,
    policy: /^trust:.*333333333333.*repareactionrole/,
    grants: /sts:AssumeRole/,
    breaks: ['Prod/Prepare assumes'],
    by: 'resource',
    account: PROD,
  },
  // Inside one account a trust policy that names the role is enough.
  'the pipeline role may put on no action role': {
    app: crossAccount,
    policy: PIPELINE_ROLE,
    grants: /sts:AssumeRole/,
    breaks: ['Build/Test assumes', 'Prod/Prepare assumes', 'Prod/Execute assumes'],
    by: 'identity',
    account: HUB,
  },
  'an action role may not pass the execution role': {
    app: crossAccount,
    policy: /^inline:.*repareactionrole/,
    grants: /iam:PassRole/,
    breaks: ['Prod/Prepare passes'],
    by: 'identity',
    account: PROD,
  },
  'an execution role does not trust CloudFormation': {
    app: crossAccount,
    policy: /^trust:.*redeploymentrole/,
    grants: /cloudformation/,
    breaks: ['Prod/Prepare passes', 'Prod/Execute runs-as'],
    by: 'resource',
    account: PROD,
  },
  'a build role does not trust CodeBuild': {
    app: crossAccount,
    policy: /^trust:.*222222222222.*teststestrole/,
    grants: /codebuild/,
    breaks: ['Build/Test runs-as'],
    by: 'resource',
    account: DEV,
  },
  'a build role in another account may not decrypt': {
    app: crossAccount,
    policy: /^inline:.*222222222222.*teststestrole/,
    grants: /kms:Decrypt/,
    breaks: ['Build/Test decrypts'],
    by: 'identity',
    account: DEV,
  },
  'the pipeline role does not trust CodePipeline': {
    app: crossAccount,
    policy: /^trust:.*inepipelinerole/,
    grants: /codepipeline/,
    breaks: [
      'Source/Fetch runs-as',
      'Build/Build runs-as',
      'Build/Test runs-as',
      'Prod/Prepare runs-as',
      'Prod/Execute runs-as',
    ],
    by: 'resource',
    account: HUB,
  },
  'the key of the other region names the foreign role no longer': {
    app: crossRegion,
    policy: /^resource:arn:aws:kms:us-east-1/,
    grants: /"kms:Decrypt","kms:DescribeKey"\].*333333333333/,
    breaks: ['Prod/Prod-Away decrypts'],
    by: 'resource',
    account: HUB,
  },
  'the store of the other region names the foreign role no longer': {
    app: crossRegion,
    policy: /^resource:arn:aws:s3:.*eplicationbucket/,
    grants: /s3:GetObject/,
    breaks: ['Prod/Prod-Away reads'],
    by: 'resource',
    account: HUB,
  },
  'the pipeline role may not write to the stores': {
    app: crossRegion,
    policy: PIPELINE_ROLE,
    grants: /s3:PutObject/,
    breaks: ['Home/Away replicates', 'Prod/Prod-Away replicates'],
    by: 'identity',
    account: HUB,
  },
  'an ECS action may not pass the roles of its task': {
    app: container,
    policy: /^inline:.*rollactionrole/,
    grants: /iam:PassRole/,
    breaks: ['Deploy/Roll passes', 'Deploy/Roll passes'],
    by: 'identity',
    account: DEV,
  },
  'a deploy role of the bootstrap stack may not pass the execution role': {
    app: pipelines,
    policy: /^inline:.*deploy-role-222222222222/,
    grants: /iam:PassRole/,
    breaks: ['Dev/Prepare passes'],
    by: 'identity',
    account: DEV,
  },
  'a deploy role of the bootstrap stack may not use foreign keys': {
    app: pipelines,
    policy: /^inline:.*deploy-role-333333333333-us-east-1/,
    grants: /PipelineCrossAccountArtifactsKey/,
    breaks: ['Prod/Ledger-us-east-1.Prepare decrypts'],
    by: 'identity',
    account: PROD,
  },
  'a deploy role of the bootstrap stack does not trust the pipeline’s account': {
    app: pipelines,
    policy: /^trust:.*deploy-role-333333333333-eu-west-1/,
    grants: /AssumeRole.*111111111111/,
    breaks: ['Prod/Ledger-eu-west-1.Prepare assumes', 'Prod/Ledger-eu-west-1.Deploy assumes'],
    by: 'resource',
    account: PROD,
  },
  'a source action may not read another account’s repository': {
    app: manyActions,
    policy: /^inline:.*222222222222.*theirsactionrole/,
    grants: /codecommit:/,
    breaks: ['Source/Theirs calls'],
    by: 'identity',
    account: DEV,
  },
  'an action may not invoke its function': {
    app: manyActions,
    policy: /^inline:.*PipelineCheckAsk/,
    grants: /lambda:InvokeFunction/,
    breaks: ['Check/Ask calls'],
    by: 'identity',
    account: HUB,
  },
  'an action may not start its state machine': {
    app: manyActions,
    policy: /^inline:.*PipelineCheckWalk/,
    grants: /states:StartExecution/,
    breaks: ['Check/Walk calls'],
    by: 'identity',
    account: HUB,
  },
  'an action may not write to a bucket of another account': {
    app: manyActions,
    policy: /^inline:.*333333333333.*ublishactionrole/,
    grants: /s3:PutObject/,
    breaks: ['Deploy/Publish writes'],
    by: 'identity',
    account: PROD,
  },
};

/** The pipelines judged; findings are of no matter here. */
function judged(snapshot: Snapshot): readonly JudgedPipeline[] {
  const inventory = buildInventory(snapshot);
  const shelf = policyShelf();
  return [...inventory.pipelines.values()].map((one) => judgePipeline(inventory, shelf, one));
}

function brokenHops(pipelines: readonly JudgedPipeline[]) {
  return pipelines
    .flatMap(({ paths }) => paths)
    .flatMap(({ path, hops }) =>
      hops
        .filter((hop) => hop.state === 'broken')
        .map((hop) => ({ name: `${path.stage}/${path.action} ${hop.hop.kind}`, hop })),
    );
}

describe('a pipeline of the CDK breaks there, and nowhere else, where', () => {
  for (const [sentence, { app, policy, grants, breaks, by, account }] of Object.entries(MUTANTS)) {
    const snapshot = snapshotOfApp(app);
    it(sentence, () => {
      const found = grantsOf(snapshot).filter((one) => policy.test(one.policy) && grants.test(one.text));
      expect(found.map((one) => one.policy)).toHaveLength(1);
      const analysis = analyze(found.reduce(withoutGrant, snapshot));
      const broken = brokenHops(analysis.pipelines);
      expect(broken.map((one) => one.name)).toEqual(breaks);
      expect(new Set(broken.map(({ hop }) => tellingNeed(hop)?.decision.by))).toEqual(new Set([by]));
      const fixes = analysis.fixesFor(broken.map(({ hop }) => hop));
      expect(new Set(fixes.map((one) => one.account))).toEqual(new Set([account]));
    });
  }
});

/** Every need, by its hop and its place there. */
function needsOf(pipelines: readonly JudgedPipeline[]): ReadonlyMap<string, JudgedNeed> {
  return new Map(
    pipelines
      .flatMap(({ paths }) => paths)
      .flatMap(({ hops }) => hops)
      .flatMap(({ hop, needs }) => needs.map((one, index) => [`${hop.id} #${index}`, one] as const)),
  );
}

describe.each([crossAccount, container])('whichever grant is taken from $name', (app) => {
  const snapshot = snapshotOfApp(app);
  const before = needsOf(judged(snapshot));

  it('what changes gets worse, and is what that grant was cited for', () => {
    const surprises = grantsOf(snapshot).flatMap((grant) =>
      [...needsOf(judged(withoutGrant(snapshot, grant)))]
        .filter(([id, { verdict }]) => verdict !== before.get(id)?.verdict)
        .filter(([id, { verdict }]) => verdict === 'allowed' || !cites(before.get(id), grant))
        .map(([id, { verdict }]) => `${grant.policy} ${grant.statement}: ${id} is ${verdict}`),
    );
    expect(surprises).toEqual([]);
  }, 60_000);
});

function cites(need: JudgedNeed | undefined, { policy, statement }: Grant): boolean {
  return need?.decision.evidence.some((one) => one.policy === policy && one.statement === statement) ?? false;
}
