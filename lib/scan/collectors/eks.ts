// Reads the clusters that pipelines deploy to: how they know who comes, and whether they know the roles that deploy.
import {
  DescribeAccessEntryCommand,
  type DescribeAccessEntryCommandInput,
  DescribeClusterCommand,
  type DescribeClusterCommandInput,
  EKSClient,
  ListAccessEntriesCommand,
  type ListAccessEntriesCommandInput,
  ListAssociatedAccessPoliciesCommand,
  type ListAssociatedAccessPoliciesCommandInput,
} from '@aws-sdk/client-eks';
import { actionReferences, isName } from '../action-references';
import { type Asking, call, collector } from '../collector';

const describeCluster = call('eks:DescribeCluster', (eks: EKSClient, input: DescribeClusterCommandInput) =>
  eks.send(new DescribeClusterCommand(input)),
);
const listAccessEntries = call(
  'eks:ListAccessEntries',
  (eks: EKSClient, input: ListAccessEntriesCommandInput) => eks.send(new ListAccessEntriesCommand(input)),
);
const describeAccessEntry = call(
  'eks:DescribeAccessEntry',
  (eks: EKSClient, input: DescribeAccessEntryCommandInput) => eks.send(new DescribeAccessEntryCommand(input)),
);
const listAssociatedAccessPolicies = call(
  'eks:ListAssociatedAccessPolicies',
  (eks: EKSClient, input: ListAssociatedAccessPoliciesCommandInput) =>
    eks.send(new ListAssociatedAccessPoliciesCommand(input)),
);

/** Facts `cluster` (null: a pipeline names one that does not exist), `access-entries` and, for each role with which a pipeline
 *  deploys, `access-entry` and `access-entry-policies`; all by the ARN of the cluster. What stands inside the cluster, its aws-auth
 *  map and its role bindings, is not AWS's to tell.
 *  @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html (read 2026-11-27) */
export const eks = collector({
  service: 'eks',
  scope: 'region',
  phase: 2,
  client: (config) => new EKSClient(config),
  calls: [describeCluster, listAccessEntries, describeAccessEntry, listAssociatedAccessPolicies],
  async collect(asking) {
    const { account, region, known } = asking;
    const clusters = new Map<string, Set<string>>();
    for (const one of actionReferences(known, ['EKS'])) {
      const name = one.configuration.ClusterName;
      if (one.account !== account || one.region !== region || !isName(name)) continue;
      clusters.set(name, (clusters.get(name) ?? new Set()).add(one.role));
    }
    for (const [name, roles] of clusters) await readCluster(asking, name, roles);
  },
});

async function readCluster(
  asking: Asking<EKSClient>,
  name: string,
  roles: ReadonlySet<string>,
): Promise<void> {
  const { ask, note, account, region, partition } = asking;
  const arn = `arn:${partition}:eks:${region}:${account}:cluster/${name}`;
  const answer = await ask(describeCluster, { name }, { scope: arn });
  if (answer === 'gap') return;
  // No more of it: the rest says how the cluster is built, and nothing of who may come in.
  const { accessConfig, status, version } = answer === 'absent' ? {} : (answer.cluster ?? {});
  const data = answer === 'absent' ? null : { cluster: { name, arn, accessConfig, status, version } };
  note({ kind: 'cluster', source: describeCluster, arn, data });
  // Where the map inside the cluster alone counts, AWS refuses to list entries.
  if (answer === 'absent' || accessConfig?.authenticationMode === 'CONFIG_MAP') return;
  const principals = await readEntries(asking, name, arn);
  for (const role of principals.filter((one) => roles.has(one))) await readEntry(asking, name, arn, role);
}

async function readEntries(
  { pages, note }: Asking<EKSClient>,
  clusterName: string,
  arn: string,
): Promise<readonly string[]> {
  const accessEntries: string[] = [];
  let isWhole = false;
  const list = pages(
    listAccessEntries,
    { clusterName },
    ({ nextToken }) => (nextToken ? { clusterName, nextToken } : undefined),
    { scope: arn },
  );
  for await (const page of list) {
    accessEntries.push(...(page.accessEntries ?? []));
    isWhole = !page.nextToken;
  }
  if (isWhole) note({ kind: 'access-entries', source: listAccessEntries, arn, data: { accessEntries } });
  return accessEntries;
}

async function readEntry(
  { ask, pages, note }: Asking<EKSClient>,
  clusterName: string,
  arn: string,
  principalArn: string,
): Promise<void> {
  const about = { scope: arn };
  const entry = await ask(describeAccessEntry, { clusterName, principalArn }, about);
  if (entry !== 'gap' && entry !== 'absent')
    note({ kind: 'access-entry', source: describeAccessEntry, arn, data: entry });
  const associatedAccessPolicies: object[] = [];
  let isWhole = false;
  const list = pages(
    listAssociatedAccessPolicies,
    { clusterName, principalArn },
    ({ nextToken }) => (nextToken ? { clusterName, principalArn, nextToken } : undefined),
    about,
  );
  for await (const page of list) {
    associatedAccessPolicies.push(...(page.associatedAccessPolicies ?? []));
    isWhole = !page.nextToken;
  }
  if (isWhole)
    note({
      kind: 'access-entry-policies',
      source: listAssociatedAccessPolicies,
      arn,
      data: { clusterName, principalArn, associatedAccessPolicies },
    });
}
