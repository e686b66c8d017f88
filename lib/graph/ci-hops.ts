// CI systems that hand the source over: roles for jobs of GitHub or GitLab whose policies speak of the source object.
import { isJsonObject, type Json } from '@/lib/base/json';
import { known, PRESENT } from '@/lib/iam/context';
import { matchesWildcard } from '@/lib/iam/wildcard';
import { field, listField } from '@/lib/model/fact-index';
import type { Inventory } from '@/lib/model/inventory';
import type { Role } from '@/lib/model/resource';
import type { ActionSetting, Call } from '@/lib/providers/action-provider';
import { targetNode } from './call-hops';
import { sessionContext } from './execution-context';
import type { GraphNode, Need } from './hop';
import type { NodeSet } from './node-set';
import { needOf, type PathBuilder, sessionOf } from './path-builder';

const OIDC_DOCS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html';
const S3_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html';

/** Adds one hop for each such role, onto the source bucket. Which jobs really run nobody sees, so no need of it is essential. */
export function addCiHops(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  calls: readonly Call[],
): void {
  const { inventory, action } = setting;
  const source = calls.find(({ kind, target }) => kind === 'reads' && target.kind === 'bucket');
  const { S3Bucket: bucket, S3ObjectKey: key } = action.configuration;
  if (action.category !== 'Source' || source === undefined || key === undefined) return;
  const object = `arn:${setting.partition}:s3:::${bucket}/${key}`;
  for (const job of jobRoles(inventory)) {
    if (!speaksOf(inventory, job.role, 's3:PutObject', object)) continue;
    const node = nodes.add(ciNode(job));
    path.add('triggers', node, nodes.add(targetNode(setting, source)), [
      identityNeed(job, setting.region),
      needOf(sessionOf(job.role.arn), setting.region, {
        action: 's3:PutObject',
        resource: object,
        resourceAccount: source.target.account,
        essential: false,
        because: 'A job of the CI system puts the source object into the bucket.',
        source: S3_DOCS,
      }),
    ]);
  }
}

interface JobRole {
  readonly role: Role;
  /** ARN of the OIDC provider. */
  readonly provider: string;
  /** `gitlab.example.com`, the prefix of its context keys. */
  readonly host: string;
  /** The pattern that the trust policy asks of the job's subject, or null. */
  readonly subject: string | null;
}

const JOB_ROLES = new WeakMap<Inventory['roles'], readonly JobRole[]>();
/** Of each role, since inventories that differ in a few of them share the others. */
const OF_ROLE = new WeakMap<Role, readonly JobRole[]>();

/** The roles that an OIDC provider's callers may put on; worked out once per table of roles. */
function jobRoles({ roles }: Inventory): readonly JobRole[] {
  const found = JOB_ROLES.get(roles) ?? [...roles.values()].flatMap(jobRole);
  JOB_ROLES.set(roles, found);
  return found;
}

function jobRole(role: Role): readonly JobRole[] {
  const found = OF_ROLE.get(role) ?? trustsOfJobs(role);
  OF_ROLE.set(role, found);
  return found;
}

function trustsOfJobs(role: Role): readonly JobRole[] {
  return statements(role.trust).flatMap((statement) =>
    texts(field(statement, 'Principal', 'Federated'))
      .filter((provider) => provider.includes(':oidc-provider/'))
      .map((provider) => {
        const host = provider.slice(provider.indexOf(':oidc-provider/') + ':oidc-provider/'.length);
        return { role, provider, host, subject: subjectOf(statement, host) };
      }),
  );
}

function subjectOf(statement: Json, host: string): string | null {
  const condition = field(statement, 'Condition');
  const operators = isJsonObject(condition) ? Object.values(condition) : [];
  return operators.flatMap((operator) => texts(field(operator, `${host}:sub`)))[0] ?? null;
}

/** Whether some statement of the role's own policies allows the action on the resource, conditions aside. */
function speaksOf(inventory: Inventory, role: Role, action: string, resource: string): boolean {
  const documents = [
    ...role.inline.map((policy) => policy.document),
    ...role.attached.map((arn) => inventory.managedPolicies.get(arn)?.document ?? null),
  ];
  return documents
    .flatMap(statements)
    .some(
      (one) =>
        field(one, 'Effect') === 'Allow' &&
        texts(field(one, 'Action')).some((text) =>
          matchesWildcard(text.toLowerCase(), action.toLowerCase()),
        ) &&
        texts(field(one, 'Resource')).some((text) => matchesWildcard(text, resource)),
    );
}

function statements(document: Json): readonly Json[] {
  const list = listField(document, 'Statement');
  return list.length > 0 ? list : [field(document, 'Statement')];
}

function texts(value: Json): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => (typeof one === 'string' ? one : []));
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif (read 2026-11-24) */
function identityNeed({ role, provider, host }: JobRole, region: string): Need {
  return {
    principal: { kind: 'web-identity', provider },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: role.arn,
    resourceAccount: role.account,
    base: sessionContext(region),
    context: { [`${host}:aud`]: PRESENT, [`${host}:sub`]: PRESENT, 'aws:FederatedProvider': known(provider) },
    essential: false,
    because: 'A job of the CI system puts on the role with the token of its identity provider.',
    source: OIDC_DOCS,
  };
}

function ciNode({ host, subject }: JobRole): GraphNode {
  return {
    id: `ci:${host} ${subject ?? ''}`,
    kind: 'ci',
    account: null,
    region: null,
    name: jobName(subject) ?? host,
    arn: null,
    job: /github/.test(host) ? 'GitHub' : /gitlab/.test(host) ? 'GitLab' : host,
    scanned: true,
  };
}

/** `acme/shop, main` for `project_path:acme/shop:ref_type:branch:ref:main` or `repo:acme/shop:ref:refs/heads/main`.
 *  @see https://docs.github.com/en/actions/reference/security/oidc (read 2026-11-24)
 *  @see https://docs.gitlab.com/ci/secrets/id_token_authentication/ (read 2026-11-24) */
function jobName(subject: string | null): string | null {
  if (subject === null) return null;
  const repository = /^(?:repo|project_path):([^:]+)/.exec(subject)?.[1];
  const ref = /:ref:(?:refs\/heads\/)?([^:]+)$/.exec(subject)?.[1];
  return repository === undefined ? subject : [repository, ...(ref === undefined ? [] : [ref])].join(', ');
}
