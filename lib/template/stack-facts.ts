// The stacks themselves: those that there are templates of, and those that a pipeline has yet to make.
import { isJsonObject, type Json } from '@/lib/base/json';
import { parseArn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { StackTemplate } from './stack-template';

/** One fact for each stack with a template, and one of null for each that an action of CloudFormation names and that has none, in
 *  the accounts of the templates. Never throws. */
export function stackFacts(stacks: readonly StackTemplate[], facts: readonly Fact[]): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const { account, region, name, executionRole } of stacks)
    add(found, account, region, name, {
      StackName: name,
      StackStatus: 'CREATE_COMPLETE',
      ...(executionRole === undefined ? {} : { RoleARN: executionRole }),
    });
  const accounts = new Set(stacks.map((one) => one.account));
  for (const { kind, account, region, data } of facts) {
    if (kind !== 'pipeline') continue;
    const pipeline = at(data, 'pipeline');
    for (const action of list(at(pipeline, 'stages')).flatMap((stage) => list(at(stage, 'actions')))) {
      const name = at(at(action, 'configuration'), 'StackName');
      const role = String(at(action, 'roleArn') ?? at(pipeline, 'roleArn') ?? '');
      const where = parseArn(role)?.account ?? account;
      if (typeof name === 'string' && !name.includes('#{') && accounts.has(where))
        add(found, where, String(at(action, 'region') ?? region), name, null);
    }
  }
  return [...found.values()];
}

function add(found: Map<string, Fact>, account: string, region: string, name: string, data: Json): void {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const arn = `arn:${partition}:cloudformation:${region}:${account}:stack/${name}`;
  if (found.has(arn)) return;
  found.set(arn, { kind: 'stack', source: 'cloudformation:DescribeStacks', account, region, arn, data });
}

function at(value: Json, name: string): Json {
  return isJsonObject(value) ? (value[name] ?? null) : null;
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
