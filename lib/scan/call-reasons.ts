// Why a scan asks each service at all, in a sentence for whoever must agree to the read-only role.
import { sortedBy } from '@/lib/base/sort';
import type { Collector } from './collector';

/** By the prefix of the IAM action. */
const REASONS: { readonly [service: string]: string } = {
  account: 'which regions each account has enabled',
  cloudformation: 'the stacks that pipelines deploy, and the roles that these put on',
  codebuild: 'the build projects of pipelines, and the roles that builds wear',
  codecommit: 'the repositories that pipelines start from',
  codeconnections: 'the connections to source hosts, and whether they work',
  codedeploy: 'the deployment groups of pipelines, and their roles',
  codepipeline: 'the pipelines themselves, and how their last run ended',
  'codestar-connections': 'connections that were made under their former name',
  ec2: 'enabled regions, and the instances that deployments reach',
  ecr: 'the image repositories that pipelines read and write, and their policies',
  ecs: 'the services and task definitions that are deployed, and their roles',
  eks: 'the clusters that pipelines deploy to',
  events: 'the rules and buses that start pipelines',
  iam: 'roles, users, policies and identity providers: who may do what',
  kms: 'the keys of artifact stores, their policies and grants',
  lambda: 'the functions that pipelines call, their roles and policies; never their code',
  organizations: 'the accounts, and the control policies that bind them',
  s3: 'the buckets of artifact stores, their policies and settings; never an object',
  secretsmanager: 'the policies of secrets that builds read; never a value',
  sns: 'the topics that approvals are announced on',
  states: 'the state machines that pipelines start, and their roles',
};

export interface ServiceCalls {
  /** Prefix of the IAM actions. */
  readonly service: string;
  /** Why it is asked; null for a service of which no reason was written down, which a test does not let pass. */
  readonly why: string | null;
  readonly permissions: readonly string[];
}

/** Every permission that a scan needs, by service, sorted. Never throws. */
export function serviceCalls(collectors: readonly Collector[]): readonly ServiceCalls[] {
  const permissions = new Set(collectors.flatMap(({ calls }) => calls.map(({ permission }) => permission)));
  const services = new Map<string, string[]>();
  for (const permission of [...permissions].sort()) {
    const service = permission.slice(0, permission.indexOf(':'));
    services.set(service, [...(services.get(service) ?? []), permission]);
  }
  return sortedBy([...services], ([service]) => service).map(([service, all]) => ({
    service,
    why: Object.hasOwn(REASONS, service) ? (REASONS[service] ?? null) : null,
    permissions: all,
  }));
}
