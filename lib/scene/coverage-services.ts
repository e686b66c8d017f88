// What was read of one account, service by service and region by region.
import type { Inventory } from '@/lib/model/inventory';

type Gaps = Inventory['gaps'];

export interface ServiceCell {
  readonly region: string;
  /** `12 roles`, `none`; null where the service is not asked in this place. */
  readonly found: string | null;
  readonly unanswered: number;
}

export interface ServiceCoverage {
  readonly service: string;
  readonly name: string;
  readonly cells: readonly ServiceCell[];
}

/** How many things of each service were found, by account and region; counted once for all accounts. */
export type Found = (service: string, account: string, region: string) => number;

interface Known {
  readonly service: string;
  readonly name: string;
  readonly noun: string;
  /** Whether the service has regions, is global, or may be either. */
  readonly where: 'global' | 'region' | 'both';
}

const KNOWN: readonly Known[] = [
  { service: 'iam', name: 'IAM', noun: 'principal', where: 'global' },
  { service: 'codepipeline', name: 'CodePipeline', noun: 'pipeline', where: 'region' },
  { service: 's3', name: 'S3', noun: 'bucket', where: 'both' },
  { service: 'kms', name: 'KMS', noun: 'key', where: 'region' },
];

/** Counts what the inventory holds. Never throws. */
export function foundIn(inventory: Inventory): Found {
  const counts = new Map<string, number>();
  const add = (service: string, account: string | null, region: string) => {
    const name = `${service} ${account} ${region}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { account } of [...inventory.roles.values(), ...inventory.users.values()])
    add('iam', account, 'global');
  for (const { account, region } of inventory.pipelines.values()) add('codepipeline', account, region);
  for (const { account, region } of inventory.keys.values()) add('kms', account, region);
  // Where a bucket lies is itself something that may not have been read.
  for (const { account, region } of inventory.buckets.values())
    add('s3', account, region.kind === 'read' ? region.value : 'global');
  return (service, account, region) => counts.get(`${service} ${account} ${region}`) ?? 0;
}

const NAMES: { readonly [service: string]: string } = {
  organizations: 'Organizations',
  sts: 'STS',
  codebuild: 'CodeBuild',
  codedeploy: 'CodeDeploy',
  cloudformation: 'CloudFormation',
  ecr: 'ECR',
  ecs: 'ECS',
  lambda: 'Lambda',
};

/** One line for each service; a service that only shows by a refused call has its line too. Never throws. */
export function servicesOf(
  found: Found,
  account: string,
  regions: readonly string[],
  gaps: Gaps,
): readonly ServiceCoverage[] {
  const others = [...new Set(gaps.map(serviceOf))]
    .filter((service) => !KNOWN.some((one) => one.service === service))
    .sort()
    .map((service) => ({ service, name: NAMES[service] ?? service }));
  const known = new Map(KNOWN.map((one) => [one.service, one]));
  return [...KNOWN, ...others].map(({ service, name }) => ({
    service,
    name,
    cells: regions.map((region) => {
      const here = gaps.filter((gap) => serviceOf(gap) === service && gap.region === region);
      return {
        region,
        found: wordOf(known.get(service), found(service, account, region), region),
        unanswered: new Set(here.map((gap) => `${gap.source} ${gap.cause}`)).size,
      };
    }),
  }));
}

function wordOf(known: Known | undefined, count: number, region: string): string | null {
  if (known === undefined) return null;
  const isGlobal = region === 'global';
  if (isGlobal ? known.where === 'region' : known.where === 'global') return null;
  if (isGlobal && known.where === 'both' && count === 0) return null;
  return count === 0 ? 'none' : `${count} ${known.noun}${count === 1 ? '' : 's'}`;
}

function serviceOf(gap: Gaps[number]): string {
  return gap.source.slice(0, gap.source.indexOf(':'));
}
