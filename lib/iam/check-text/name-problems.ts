// What is wrong with the names of principals, resources and condition keys in a statement.
import { parseArn } from '@/lib/names/arn';
import type { PolicyType } from '../policy-type';
import type { PartProblem } from './text-problem';

type Problem = Pick<PartProblem, 'severity' | 'message'>;

const UNIQUE_ID = /^A[A-Z]{2}A[A-Z0-9]{8,}$/;

/** What is wrong with an entry of a Principal element; null where nothing is. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-27) */
export function principalProblem(kind: string, entry: string): Problem | null {
  if (kind === 'Service')
    return /^[a-z0-9.-]+\.[a-z0-9-]+(\.[a-z]+)+$/i.test(entry)
      ? null
      : error(`\`${entry}\` is no service principal: write it as \`codepipeline.amazonaws.com\``);
  if (kind !== 'AWS' || entry === '*' || /^\d{12}$/.test(entry)) return null;
  if (UNIQUE_ID.test(entry))
    return warning(`\`${entry}\` is the id of a role or user that was deleted: nobody matches it`);
  const arn = parseArn(entry);
  if (arn === null)
    return error(`\`${entry}\` is no principal: write \`*\`, an account id, or the ARN of a role or user`);
  if (/[*?]/.test(entry))
    return error(
      `\`${entry}\`: a principal takes no wildcard in its ARN; name the account and narrow it by \`aws:PrincipalArn\``,
    );
  if (!/^\d{12}$/.test(arn.account) && arn.account !== '')
    return error(`\`${entry}\`: \`${arn.account}\` is no account id`);
  if (arn.service === 'iam') {
    if (arn.resource.startsWith('group/')) return error(`\`${entry}\`: a group is no principal`);
    return /^(root$|user\/|role\/)/.test(arn.resource)
      ? null
      : error(`\`${entry}\` names no role, user or account`);
  }
  if (arn.service === 'sts')
    return /^(assumed-role\/[^/]+\/.+|federated-user\/.+|self$)/.test(arn.resource)
      ? null
      : error(`\`${entry}\` names no session`);
  if (arn.service === 'cloudfront') return null;
  return error(`\`${entry}\`: a principal is of IAM or STS, not of \`${arn.service}\``);
}

/** What is wrong with an entry of a Resource element; null where nothing is. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html (read 2026-11-27) */
export function resourceProblem(type: PolicyType, entry: string): Problem | null {
  if (entry === '*') return null;
  if (!entry.startsWith('arn:'))
    return error(`\`${entry}\` is no resource: write \`*\` or an ARN, such as \`arn:aws:s3:::bucket/*\``);
  const fields = entry.split(':');
  if (fields.length >= 6) {
    const account = fields[4] ?? '';
    if (!/^(\d{12}|aws|.*[*?$].*|)$/.test(account))
      return warning(`\`${entry}\`: \`${account}\` is no account id`);
    if (fields[2] === 's3' && !/^(accesspoint|job|storage-lens|access-grants)/.test(fields[5] ?? ''))
      return (fields[3] ?? '') === '' && account === ''
        ? null
        : warning(`\`${entry}\`: the ARN of a bucket names no region and no account, so nothing matches it`);
    return null;
  }
  if (type === 'identity' || type === 'boundary' || entry.endsWith('*')) return null;
  return warning(`\`${entry}\` has fewer than six fields: nothing matches it`);
}

/** What is wrong with the name of a condition key; null where nothing is. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-27) */
export function conditionKeyProblem(key: string): Problem | null {
  return /^[A-Za-z0-9./_-]+:\S.*$/.test(key)
    ? null
    : error(`\`${key}\` is no condition key: write it as \`aws:PrincipalArn\``);
}

function error(message: string): Problem {
  return { severity: 'error', message };
}

function warning(message: string): Problem {
  return { severity: 'warning', message };
}
