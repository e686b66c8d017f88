// The change as Terraform or OpenTofu: the resource or argument that holds the whole policy.
import { isJsonObject, type Json } from '@/lib/base/json';
import { arnName, parseArn } from '@/lib/names/arn';
import type { FixFormat } from '../fix-format';

export const terraform: FixFormat = {
  id: 'terraform',
  title: 'Terraform',
  extension: 'tf',
  print({ place, after }) {
    const policy = `jsonencode(${hcl(after, 1)})`;
    switch (place.kind) {
      case 'trust':
        return block(
          'aws_iam_role',
          [
            ['name', text(arnName(place.role))],
            ['assume_role_policy', policy],
          ],
          'In the role’s own resource: its other arguments stay as they are.',
        );
      case 'inline': {
        const isUser = parseArn(place.owner)?.resource.startsWith('user/') === true;
        return block(isUser ? 'aws_iam_user_policy' : 'aws_iam_role_policy', [
          ['name', text(place.name)],
          [isUser ? 'user' : 'role', text(arnName(place.owner))],
          ['policy', policy],
        ]);
      }
      case 'managed':
        return block('aws_iam_policy', [
          ['name', text(arnName(place.policy))],
          ['policy', policy],
        ]);
      case 'bucket':
        return block('aws_s3_bucket_policy', [
          ['bucket', text(arnName(place.bucket))],
          ['policy', policy],
        ]);
      case 'key':
        return block('aws_kms_key_policy', [
          ['key_id', text(arnName(place.key))],
          ['policy', policy],
        ]);
      case 'resource':
        return ofResource(place.resource, policy);
      case 'guardrail':
        return block(
          'aws_organizations_policy',
          [['content', policy]],
          'In the policy’s own resource: its other arguments stay as they are.',
        );
    }
  },
};

/** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs (read 2026-11-27) */
function ofResource(arn: string, policy: string): string | null {
  switch (parseArn(arn)?.service) {
    case 'sns':
      return block('aws_sns_topic_policy', [
        ['arn', text(arn)],
        ['policy', policy],
      ]);
    case 'ecr':
      return block('aws_ecr_repository_policy', [
        ['repository', text(parseArn(arn)?.resource.replace(/^repository\//, '') ?? arn)],
        ['policy', policy],
      ]);
    case 'secretsmanager':
      return block('aws_secretsmanager_secret_policy', [
        ['secret_arn', text(arn)],
        ['policy', policy],
      ]);
    case 'events':
      return block('aws_cloudwatch_event_bus_policy', [
        ['event_bus_name', text(arnName(arn))],
        ['policy', policy],
      ]);
    default:
      return null;
  }
}

function block(
  type: string,
  values: readonly (readonly [name: string, value: string])[],
  note = 'This is the whole policy: what stands in it today is kept.',
): string {
  const width = Math.max(...values.map(([name]) => name.length));
  const lines = values.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  return `# ${note}\nresource "${type}" "changed" {\n${lines.join('\n')}\n}\n`;
}

/** A value as an expression of the language; `${` and `%{` are text here, not templates.
 *  @see https://developer.hashicorp.com/terraform/language/expressions/strings (read 2026-11-27) */
function hcl(value: Json, depth: number): string {
  const inner = '  '.repeat(depth + 1);
  const end = '  '.repeat(depth);
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    if (list.length === 0) return '[]';
    return `[\n${list.map((one) => `${inner}${hcl(one, depth + 1)},`).join('\n')}\n${end}]`;
  }
  if (!isJsonObject(value)) return typeof value === 'string' ? text(value) : JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const names = entries.map(([name]) => (/^[A-Za-z_][\w-]*$/.test(name) ? name : text(name)));
  const width = Math.max(...names.map((name) => name.length));
  const lines = entries.map(
    ([, one], index) => `${inner}${(names[index] ?? '').padEnd(width)} = ${hcl(one, depth + 1)}`,
  );
  return `{\n${lines.join('\n')}\n${end}}`;
}

function text(value: string): string {
  return JSON.stringify(value).replace(/([$%])\{/g, (_, sign: string) => `${sign}${sign}{`);
}
