// The names in an ARN: which part of it is a name that somebody chose, and what kind of thing it names.
import { type ArnParts, formatArn, parseArn } from '@/lib/names/arn';

/** Services whose ARNs name the thing at once, without a word for its type. */
const UNTYPED: Readonly<Record<string, readonly string[]>> = {
  s3: ['bucket', 'object'],
  codecommit: ['repository'],
  codepipeline: ['pipeline', 'stage', 'action'],
  sns: ['topic'],
  sqs: ['queue'],
};

/** What the type of a resource is called, where the ARN's own word is not what a reader says. */
const KINDS: Readonly<Record<string, string>> = {
  'assumed-role': 'role',
  'instance-profile': 'profile',
  'oidc-provider': 'provider',
  'saml-provider': 'provider',
  deploymentgroup: 'deployment-group',
  deploymentconfig: 'deployment-config',
  stateMachine: 'state-machine',
  'event-bus': 'bus',
  'log-group': 'log-group',
  stackset: 'stack-set',
  'task-definition': 'task',
  ou: 'unit',
};

/** AWS's own words in the place of a name. */
const OWN =
  /^(|\*|root|default|aws|service-role|aws-service-role|aws-reserved|log-stream|\d{1,6}|[a-z0-9.-]+\.amazonaws\.com)$/;

export interface NamedPart {
  readonly kind: string;
  readonly name: string;
}

/** The names in an ARN, with their kinds; none of AWS's own policies, and none of a text that is no ARN. Never throws. */
export function namesInArn(arn: string): readonly NamedPart[] {
  const names: NamedPart[] = [];
  withNames(arn, (name, kind) => {
    names.push({ kind, name });
    return name;
  });
  return names;
}

/** The ARN with each of its names, and its account, as `rename` gives them. Never throws. */
export function withNames(arn: string, rename: (name: string, kind: string) => string): string {
  const parts = parseArn(arn);
  if (parts === null || parts.account === 'aws') return arn;
  return formatArn({
    ...parts,
    account: /^\d{12}$/.test(parts.account) ? rename(parts.account, 'account id') : parts.account,
    resource: resourceOf(parts, rename),
  });
}

function resourceOf({ service, resource }: ArnParts, rename: (name: string, kind: string) => string): string {
  const untyped = UNTYPED[service];
  let place = 0;
  let type: string | null = null;
  return resource
    .split(/([:/])/)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      if (index === 0 && untyped === undefined && /[:/]/.test(resource)) {
        type = part;
        return part;
      }
      const kind =
        untyped?.[place] ??
        untyped?.at(-1) ??
        (type === null ? service : (KINDS[type] ?? (type === '' ? service : type)));
      place += 1;
      return OWN.test(part) ? part : pieces(part, (one) => rename(one, kind));
    })
    .join('');
}

/** A pattern's wildcards and variables stay; what stands between them is a name, or the beginning of one. */
function pieces(part: string, rename: (name: string) => string): string {
  return part
    .split(/(\$\{[^}]*\}|[*?]+)/)
    .map((piece, index) =>
      index % 2 === 1 || piece === '' || /^[-_.]+$/.test(piece) ? piece : rename(piece),
    )
    .join('');
}
