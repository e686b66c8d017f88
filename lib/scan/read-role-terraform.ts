// The read-only role as Terraform.
import type { ReadRole } from './read-role';

/** One file of Terraform (or OpenTofu) for one account; what was not settled is a variable without a default. Never throws.
 *  @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role (read 2026-11-24) */
export function terraformRole(role: ReadRole): string {
  return `# The role with which hatstack reads this account. It lists and reads settings, and never contents.

${variable('role_name', 'Name of the role, the same in every account', role.name)}
${variable('trusted_principal', 'Who may put the role on: an account id, or the ARN of a role or user', role.trusted)}
${variable('external_id', 'The external id that must come with the request; empty for none', role.externalId ?? '')}
resource "aws_iam_role" "hatstack_read" {
  name        = var.role_name
  path        = ${JSON.stringify(role.path)}
  description = "Read by hatstack: settings only, never contents"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [merge(
      {
        Effect    = "Allow"
        Principal = { AWS = var.trusted_principal }
        Action    = "sts:AssumeRole"
      },
      var.external_id == "" ? {} : {
        Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
      },
    )]
  })
}

resource "aws_iam_role_policy" "hatstack_read" {
  name = "HatstackReads"
  role = aws_iam_role.hatstack_read.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "HatstackReads"
      Effect = "Allow"
      Action = [
${role.actions.map((action) => `        ${JSON.stringify(action)},`).join('\n')}
      ]
      Resource = "*"
    }]
  })
}

output "role_arn" {
  description = "The role to scan with"
  value       = aws_iam_role.hatstack_read.arn
}
`;
}

function variable(name: string, description: string, value: string | null): string {
  const lines = [
    `variable "${name}" {`,
    '  type        = string',
    `  description = ${JSON.stringify(description)}`,
  ];
  if (value !== null) lines.push(`  default     = ${JSON.stringify(value)}`);
  return [...lines, '}', ''].join('\n');
}
