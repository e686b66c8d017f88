// A made-up permission path: its hops, each in the state that the specification says.
import type { GraphNode, Hop, HopKind } from '@/lib/graph/hop';
import type { JudgedHop, JudgedPath } from '@/lib/verdict/judgement';
import type { ActionSpec, PipelineSpec } from './pipeline-spec.fixture';
import { worst } from './plan/worst';

/** The path of an action; `add` takes each node that it comes by, and gives its id. */
export function pathOf(
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
    marks: [],
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
    marks: [],
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
