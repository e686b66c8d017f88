// Made-up judgements for tests and for looking at drawings: pipelines of any shape, with any hop in any state.
import type { Analysis } from '@/lib/analysis/analysis';
import type { GraphNode, Hop, HopKind } from '@/lib/graph/hop';
import type { Account, Pipeline } from '@/lib/model/resource';
import { tierWord } from '@/lib/model/tier';
import type { JudgedHop, JudgedPath, JudgedPipeline, State } from '@/lib/verdict/judgement';
import { worst } from './plan/worst';

export interface ActionSpec {
  readonly name: string;
  readonly provider: string;
  /** Index into `accounts`; the account of the role that runs the action. */
  readonly account: number;
  readonly region: string;
  /** Name of the role; null: the pipeline role itself. */
  readonly role: string | null;
  readonly modelled?: boolean;
  readonly passes?: string;
  readonly stack?: string;
  readonly source?: string;
  readonly faults?: Partial<Record<HopKind, State>>;
  readonly overBroad?: boolean;
}

export interface PipelineSpec {
  readonly name: string;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly read?: boolean }[];
  /** The pipeline's own region; the pipeline stands in the first account. */
  readonly region: string;
  readonly stages: readonly {
    readonly name: string;
    readonly run?: string;
    readonly actions: readonly ActionSpec[];
  }[];
  readonly ci?: string;
}

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
    fixesFor: () => [],
  };
}

function pathOf(
  spec: PipelineSpec,
  pipelineRole: string,
  stage: string,
  stageIndex: number,
  action: ActionSpec,
  add: (node: GraphNode) => string,
): JudgedPath {
  const home = spec.accounts[0]?.id ?? '';
  const account = spec.accounts[action.account]?.id ?? home;
  const role = action.role === null ? pipelineRole : `arn:aws:iam::${account}:role/${action.role}`;
  const manual = action.provider === 'Manual';
  const modelled = action.modelled ?? true;
  const read = (id: string): boolean => spec.accounts.find((one) => one.id === id)?.read !== false;
  const node = (
    kind: GraphNode['kind'],
    id: string,
    name: string,
    job: string,
    where: string | null,
    region: string | null,
  ): string =>
    add({ id, kind, account: where, region, name, arn: id, job, scanned: where === null || read(where) });
  const self = add({
    id: `action:${stage}/${action.name}`,
    kind: modelled ? 'action' : 'not-modelled',
    account,
    region: action.region,
    name: action.name,
    arn: null,
    job: action.provider,
    scanned: true,
  });
  const roleNode = (name: string, job: string, where: string): string =>
    add({
      id: `role:${name}`,
      kind: 'role',
      account: where,
      region: null,
      name: name.slice(name.lastIndexOf('/') + 1),
      arn: name,
      job,
      scanned: read(where),
    });
  const hops: JudgedHop[] = [];
  const hop = (kind: HopKind, from: string, to: string, owner: string | null, asker = account): void => {
    hops.push(judge(kind, from, to, action, asker, owner));
  };
  if (!manual) {
    const service = add({
      id: 'service:codepipeline',
      kind: 'service',
      account: null,
      region: null,
      name: 'CodePipeline',
      arn: null,
      job: 'AWS service',
      scanned: true,
    });
    hop('runs-as', service, roleNode(pipelineRole, 'pipeline role', home), home, home);
    const store = (region: string): string =>
      node('store', `store:${region}`, `${spec.name}-artifacts-${region}`, 'store', home, region);
    if (action.region !== spec.region)
      hop('replicates', store(spec.region), store(action.region), home, home);
    if (role !== pipelineRole)
      hop('assumes', `role:${pipelineRole}`, roleNode(role, 'action role', account), account, home);
    if (modelled) {
      const isSource = stageIndex === 0;
      if (action.source !== undefined) {
        const source = node(
          'bucket',
          `bucket:${action.source}`,
          action.source,
          'source bucket',
          home,
          action.region,
        );
        hop('reads', self, source, home);
        if (spec.ci !== undefined && isSource)
          hop('triggers', node('ci', 'ci', spec.ci, 'acme/checkout, main', null, null), source, null);
      }
      const key = node(
        'key',
        `key:${action.region}`,
        `artifacts-${action.region}`,
        'key',
        home,
        action.region,
      );
      if (!isSource) {
        hop('reads', self, store(action.region), home);
        hop('decrypts', self, key, home);
      }
      if (isSource || action.provider === 'CodeBuild') {
        hop('writes', self, store(action.region), home);
        hop('encrypts', self, key, home);
      }
      if (action.stack !== undefined)
        hop(
          'calls',
          self,
          node(
            'stack',
            `stack:${account}/${action.region}/${action.stack}`,
            action.stack,
            'stack',
            account,
            action.region,
          ),
          account,
        );
      if (action.passes !== undefined) {
        const passed = `arn:aws:iam::${account}:role/${action.passes}`;
        hop('passes', self, roleNode(passed, 'execution role', account), account);
      }
    }
  }
  const state = modelled ? (worst(hops.map((one) => one.state)) ?? 'works') : 'unknown';
  return {
    path: {
      stage,
      stageIndex,
      action: action.name,
      category: stageIndex === 0 ? 'Source' : 'Deploy',
      provider: action.provider,
      actionNode: self,
      role: manual ? null : role,
      account,
      region: action.region,
      modelled,
      hops: hops.map((one) => one.hop),
    },
    state,
    overBroad: hops.some((one) => one.overBroad),
    hops,
    worst: hops.find((one) => one.state === state && state !== 'works') ?? null,
    atFault: null,
  };
}

function judge(
  kind: HopKind,
  from: string,
  to: string,
  action: ActionSpec,
  principalAccount: string,
  resourceAccount: string | null,
): JudgedHop {
  const state = action.faults?.[kind] ?? 'works';
  const crossAccount = resourceAccount !== null && principalAccount !== resourceAccount;
  const hop: Hop = {
    id: `${action.name} ${kind} ${from} ${to}`,
    kind,
    from,
    to,
    needs: [],
    faults: kind === 'triggers' ? [] : [FAULT],
  };
  return {
    hop,
    state,
    overBroad: kind === 'assumes' && action.overBroad === true,
    needs: [],
    gaps: [],
    sides: {
      crossAccount,
      principal: crossAccount && state === 'broken' ? 'works' : state,
      resource: state,
      principalAccount,
      resourceAccount,
    },
  };
}

/** Makes a hop count as judged without a policy to judge it by. */
const FAULT = { rule: 'fixture', sentence: 'made up', source: 'https://example.com', certain: false };

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
