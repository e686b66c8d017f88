// Made-up judgements for tests and for looking at drawings: pipelines of any shape, with any hop in any state.
import type { Analysis } from '@/lib/analysis/analysis';
import type { GraphNode } from '@/lib/graph/hop';
import type { Account, Pipeline } from '@/lib/model/resource';
import { tierWord } from '@/lib/model/tier';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import { pathOf } from './pipeline-path.fixture';
import type { PipelineSpec } from './pipeline-spec.fixture';
import { worst } from './plan/worst';

/** The analysis of one pipeline as the specification has it. */
export function analysisOf(spec: PipelineSpec): Analysis {
  const home = spec.accounts[0]?.id ?? '111111111111';
  const arn = `arn:aws:codepipeline:${spec.region}:${home}:${spec.name}`;
  const pipelineRole = `arn:aws:iam::${home}:role/${spec.name}-pipeline`;
  const nodes = new Map<string, GraphNode>();
  const add = (node: GraphNode): string => {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
    return node.id;
  };
  const paths = spec.stages.flatMap((stage, index) =>
    stage.actions.map((action) => pathOf(spec, pipelineRole, stage.name, index, action, add)),
  );
  const judged: JudgedPipeline = {
    arn,
    state: worst(paths.map((path) => path.state)) ?? 'works',
    overBroad: paths.some((path) => path.overBroad),
    marks: [],
    nodes: [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    paths,
  };
  return {
    snapshot: {
      id: 'fixture',
      takenAt: '2026-11-23T04:06:00Z',
      accounts: spec.accounts.filter((account) => account.read !== false).map((account) => account.id),
      regions: [spec.region],
    },
    inventory: {
      takenAt: '2026-11-23T04:06:00Z',
      regions: [spec.region],
      accounts: new Map(spec.accounts.map((account) => [account.id, accountOf(account.id, account.name)])),
      tiers: new Map(
        spec.accounts.flatMap(({ id, name }) => {
          const tier = tierWord(name);
          return tier === null ? [] : [[id, { name: tier, told: 'its name' }]];
        }),
      ),
      roles: new Map(),
      clusters: new Map(),
      stackSets: new Map(),
      users: new Map(),
      groups: new Map(),
      managedPolicies: new Map(),
      identityProviders: new Map(),
      pipelines: new Map([[arn, pipelineOf(spec, arn, home, pipelineRole)]]),
      buckets: new Map(),
      keys: new Map(),
      projects: new Map(),
      functions: new Map(),
      deploymentGroups: new Map(),
      containerServices: new Map(),
      taskDefinitions: new Map(),
      stateMachines: new Map(),
      stacks: new Map(),
      eventRules: new Map(),
      instances: new Map(),
      connections: new Map(),
      topics: new Map(),
      webhooks: new Map(),
      resourcePolicies: new Map(),
      rulesListed: new Set(),
      absent: new Set(),
      iamReadIn: new Set(
        spec.accounts.filter((account) => account.read !== false).map((account) => account.id),
      ),
      gaps: [],
      problems: [],
    },
    pipelines: [judged],
    findings: [],
    settings: {},
    fixesFor: () => [],
  };
}

function accountOf(id: string, name: string): Account {
  const unread = { kind: 'unread' } as const;
  return {
    kind: 'account',
    id,
    name,
    management: false,
    ouPath: [],
    ouIds: [],
    tags: {},
    scps: null,
    rcps: null,
    organizationId: unread,
    orgPath: unread,
    status: null,
  };
}

function pipelineOf(spec: PipelineSpec, arn: string, account: string, roleArn: string): Pipeline {
  const runs = spec.stages.flatMap((stage) =>
    stage.run === undefined
      ? []
      : stage.actions.map((action) => [
          `${stage.name}/${action.name}`,
          {
            status: stage.run ?? '',
            at: '2026-11-23T04:02:00Z',
            message: null,
            code: null,
            executionId: null,
          },
        ]),
  );
  return {
    kind: 'pipeline',
    arn,
    account,
    region: spec.region,
    name: spec.name,
    type: 'V2',
    roleArn,
    stores: [],
    pullRequestSources: [],
    stages: spec.stages.map((stage, stageIndex) => ({
      name: stage.name,
      actions: stage.actions.map((action) => ({
        stage: stage.name,
        stageIndex,
        name: action.name,
        category: 'Deploy',
        owner: 'AWS',
        provider: action.provider,
        version: '1',
        runOrder: 1,
        configuration: {},
        roleArn: null,
        region: action.region,
        inputArtifacts: [],
        outputArtifacts: [],
        variables: [],
      })),
      rules: [],
      disabledTransition: null,
    })),
    runs: Object.fromEntries(runs),
    updated: null,
    pollingDisabledAt: null,
  };
}
