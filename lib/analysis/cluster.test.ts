// Deployments to clusters of EKS: what the cluster itself knows of the role, and what nobody can read.
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { HUB } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { checkAction, PIPELINE_ROLE, refusal, resourceFact } from './checked-action.fixture';

const CLUSTER = `arn:aws:eks:us-east-1:${HUB}:cluster/main`;
const cluster = (authenticationMode: string | null) =>
  resourceFact('cluster', 'eks:DescribeCluster', CLUSTER, {
    cluster: {
      name: 'main',
      ...(authenticationMode === null ? {} : { accessConfig: { authenticationMode } }),
    },
  });
const entries = (...accessEntries: readonly string[]) =>
  resourceFact('access-entries', 'eks:ListAccessEntries', CLUSTER, { accessEntries });
const policy = (name: string, accessScope: Json = { type: 'cluster' }) =>
  resourceFact('access-entry-policies', 'eks:ListAssociatedAccessPolicies', CLUSTER, {
    principalArn: PIPELINE_ROLE,
    associatedAccessPolicies: [{ policyArn: `arn:aws:eks::aws:cluster-access-policy/${name}`, accessScope }],
  });
const groups = resourceFact('access-entry', 'eks:DescribeAccessEntry', CLUSTER, {
  accessEntry: { principalArn: PIPELINE_ROLE, kubernetesGroups: ['deployers'] },
});
const within = (...namespaces: readonly string[]) => ({ type: 'namespace', namespaces });
const deploy = (facts: readonly Fact[], more: { readonly [key: string]: string } = {}) =>
  checkAction({
    action: {
      type: ['Deploy', 'AWS', 'EKS'],
      configuration: { ClusterName: 'main', ManifestFiles: 'm.yml', ...more },
    },
    definition: { pipelineType: 'V2' },
    facts,
  });

describe('a deployment to a cluster', () => {
  it.each(['AmazonEKSClusterAdminPolicy', 'AmazonEKSAdminPolicy', 'AmazonEKSEditPolicy'])(
    'works where the role has an entry with %s',
    (name) => {
      const said = deploy([cluster('API'), entries(PIPELINE_ROLE), policy(name)]);
      expect(said.state, said.answer).toBe('works');
    },
  );

  it('works where the policy counts in the namespace of the configuration', () => {
    const facts = [cluster('API'), entries(PIPELINE_ROLE), policy('AmazonEKSEditPolicy', within('dev-*'))];
    expect(deploy(facts, { Namespace: 'dev-shop' }).state).toBe('works');
    expect(deploy(facts, { Namespace: 'prod' }).answer).toMatch(/its policies count in dev-\* only/);
    expect(deploy(facts).state).toBe('unknown');
  });

  it('breaks where the cluster goes by entries alone and has none for the role, or is not there', () => {
    expect(deploy([cluster('API'), entries('other')])).toMatchObject({
      state: 'broken',
      faults: ['cluster-access-missing'],
    });
    const gone = resourceFact('cluster', 'eks:DescribeCluster', CLUSTER, null);
    expect(deploy([gone]).answer).toMatch(/There is no cluster main/);
  });

  it.each([
    [
      'the map inside it may name the role',
      [cluster('API_AND_CONFIG_MAP'), entries('other')],
      /aws-auth map/,
    ],
    ['it goes by that map alone', [cluster('CONFIG_MAP')], /aws-auth map/],
    ['AWS does not say by what it goes', [cluster(null)], /aws-auth map/],
    ['its entries were not read', [cluster('API')], /list of access entries/],
    ['the policies of the entry were not read', [cluster('API'), entries(PIPELINE_ROLE)], /may do in main/],
    [
      'the entry may only look, and its groups may do more',
      [cluster('API'), entries(PIPELINE_ROLE), policy('AmazonEKSViewPolicy'), groups],
      /groups deployers.*none of its access policies/,
    ],
    ['the cluster was not read', [], /the cluster main was not read/],
  ] as readonly (readonly [string, readonly Fact[], RegExp])[])(
    'cannot be told where %s',
    (_, facts, says) => {
      const said = deploy(facts);
      expect(said.state, said.answer).toBe('unknown');
      expect(said.answer).toMatch(says);
    },
  );

  it('cannot be told where the name of the cluster is a variable', () => {
    expect(deploy([], { ClusterName: '#{variables.cluster}' })).toMatchObject({
      state: 'unknown',
      faults: [],
    });
  });
});

it('says which call was refused', () => {
  const said = checkAction({
    action: {
      type: ['Deploy', 'AWS', 'EKS'],
      configuration: { ClusterName: 'main', ManifestFiles: 'm.yml' },
    },
    definition: { pipelineType: 'V2' },
    gaps: [refusal('eks:DescribeCluster', CLUSTER)],
  });
  expect(said.answer).toMatch(/eks:DescribeCluster was refused/);
});
