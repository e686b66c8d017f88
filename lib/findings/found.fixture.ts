// Test support: what one rule finds in the working pipeline with something changed.
import { analyze } from '@/lib/analysis/analyze';
import type { Settings } from '@/lib/analysis/settings';
import type { Json } from '@/lib/base/json';
import { HUB, role, snapshotOf } from '@/lib/model/snapshot.fixture';
import { type Changes, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Finding } from './finding';

/** The findings of a rule. Never throws. */
export function found(
  rule: string,
  changes: Changes = {},
  more: Parameters<typeof snapshotOf>[1] & { readonly settings?: Settings } = {},
): readonly Finding[] {
  const { settings, ...options } = more;
  return analyze(snapshotOf(workingPipeline(changes), options), settings).findings.filter(
    (one) => one.rule === rule,
  );
}

/** Dev and prod told by name: the accounts of the fixture have none. */
export const TIERS: Settings = {
  tiers: {
    tools: { accounts: ['111111111111'] },
    dev: { accounts: ['222222222222'] },
    prod: { accounts: ['333333333333'] },
  },
};

/** A role with a managed policy of which nobody read the text. Never throws. */
export function roleUnread(
  account: string,
  name: string,
  trusts: Json,
  ...statements: readonly Json[]
): Fact {
  const fact = role(account, name, trusts, ...statements);
  return {
    ...fact,
    data: {
      ...(fact.data as { readonly [key: string]: Json }),
      AttachedManagedPolicies: [{ PolicyArn: `arn:aws:iam::${account}:policy/unread`, PolicyName: 'unread' }],
    },
  };
}

/** A build before the deployments, whose project runs with this role of the hub; the role itself is for the test to give. */
export function buildStage(roleName: string): Changes {
  const arn = `arn:aws:codebuild:us-east-1:${HUB}:project/shop`;
  return {
    more: {
      Build: [
        {
          name: 'Build',
          type: ['Build', 'AWS', 'CodeBuild'],
          configuration: { ProjectName: 'shop' },
          inputs: ['source'],
          outputs: ['built'],
        },
      ],
    },
    extra: [
      {
        kind: 'build-project',
        source: 'codebuild:BatchGetProjects',
        account: HUB,
        region: 'us-east-1',
        arn,
        data: {
          name: 'shop',
          arn,
          serviceRole: `arn:aws:iam::${HUB}:role/${roleName}`,
          source: { type: 'CODEPIPELINE' },
          artifacts: { type: 'CODEPIPELINE' },
        },
      },
    ],
  };
}
