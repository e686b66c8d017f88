// Reads which instances deployments go to, and with which instance profiles: every instance fetches the artifact by itself.
import type { DescribeInstancesCommandInput, Filter } from '@aws-sdk/client-ec2';
import { isJsonObject, type Json } from '@/lib/base/json';
import type { Arn } from '@/lib/names/arn';
import { actionReferences, isName } from '../action-references';
import { type Asking, call, collector } from '../collector';
import { type LateEc2, lateEc2, loadEc2 } from '../late-ec2';

const describeInstances = call(
  'ec2:DescribeInstances',
  async (ec2: LateEc2, input: DescribeInstancesCommandInput) => {
    const { DescribeInstancesCommand } = await loadEc2();
    return ec2.send(new DescribeInstancesCommand(input));
  },
);

/** Those that will run again; a terminated instance stays in the answers for an hour. */
const ALIVE: Filter = {
  Name: 'instance-state-name',
  Values: ['pending', 'running', 'stopping', 'stopped'],
};

/** Facts `instances`, of deployment groups and of what EC2 actions are tagged with; of each instance its id and its profile. */
export const ec2Instances = collector({
  service: 'ec2',
  scope: 'region',
  phase: 3,
  client: lateEc2,
  calls: [describeInstances],
  async collect(asking) {
    for (const [arn, questions] of [...ofGroups(asking), ...ofActions(asking)])
      await collectInstances(asking, arn, questions);
  },
});

/** Of each question every filter must match; an instance that answers one of the questions belongs. */
type Questions = readonly (readonly Filter[])[];

async function collectInstances(
  { pages, note }: Asking<LateEc2>,
  arn: Arn,
  questions: Questions,
): Promise<void> {
  const found = new Map<string, object>();
  let answered = 0;
  for (const filters of questions) {
    const Filters = [ALIVE, ...filters];
    const list = pages(
      describeInstances,
      { Filters },
      ({ NextToken }) => (NextToken ? { Filters, NextToken } : undefined),
      { scope: arn },
    );
    for await (const { Reservations, NextToken } of list) {
      for (const { InstanceId, IamInstanceProfile } of (Reservations ?? []).flatMap(
        (one) => one.Instances ?? [],
      ))
        found.set(InstanceId ?? '', { InstanceId, IamInstanceProfile });
      if (!NextToken) answered += 1;
    }
  }
  if (answered === questions.length)
    note({ kind: 'instances', source: describeInstances, arn, data: { Instances: [...found.values()] } });
}

function ofGroups({ known, account, region }: Asking<LateEc2>): [Arn, Questions][] {
  return known.flatMap((fact): [Arn, Questions][] => {
    const { kind, arn, data } = fact;
    if (kind !== 'deployment-group' || fact.account !== account || fact.region !== region) return [];
    if (arn === null || !isJsonObject(data) || (data.computePlatform ?? 'Server') !== 'Server') return [];
    const questions = questionsOf(data);
    return questions === null ? [] : [[arn, questions]];
  });
}

/** Null where a set of tags asks more than filters can say: several alternatives that must hold together.
 *  @see https://docs.aws.amazon.com/codedeploy/latest/userguide/instances-tagging.html (read 2026-11-24) */
function questionsOf(group: { readonly [name: string]: Json | undefined }): Questions | null {
  const tagSet = group.ec2TagSet ?? null;
  const sets = list(isJsonObject(tagSet) ? tagSet.ec2TagSetList : null);
  if (sets.some((set) => list(set).length > 1)) return null;
  const scaling = list(group.autoScalingGroups).flatMap((one) =>
    isJsonObject(one) && typeof one.name === 'string' ? one.name : [],
  );
  return [
    ...list(group.ec2TagFilters).map((tag) => [tagFilter(tag)]),
    ...(sets.length === 0 ? [] : [sets.flatMap((set) => list(set).map(tagFilter))]),
    ...(scaling.length === 0 ? [] : [[{ Name: 'tag:aws:autoscaling:groupName', Values: scaling }]]),
  ];
}

function tagFilter(tag: Json): Filter {
  const { Key = '', Value = '', Type = 'KEY_AND_VALUE' } = isJsonObject(tag) ? tag : {};
  if (Type === 'KEY_ONLY') return { Name: 'tag-key', Values: [String(Key)] };
  if (Type === 'VALUE_ONLY') return { Name: 'tag-value', Values: [String(Value)] };
  return { Name: `tag:${Key}`, Values: [String(Value)] };
}

function ofActions({ known, account, region, partition }: Asking<LateEc2>): [Arn, Questions][] {
  return actionReferences(known, ['EC2'])
    .filter((one) => one.account === account && one.region === region)
    .flatMap(
      ({ configuration: { InstanceTagKey: key, InstanceTagValue: value = '' } }): [Arn, Questions][] => {
        if (!isName(key) || value.includes('#{')) return [];
        const arn = `arn:${partition}:ec2:${region}:${account}:instance/tag:${key}=${value}`;
        const filter =
          value === '' ? { Name: 'tag-key', Values: [key] } : { Name: `tag:${key}`, Values: [value] };
        return [[arn, [[filter]]]];
      },
    );
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
