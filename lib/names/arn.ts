// Amazon Resource Names: taken apart and put together.

/** `arn:partition:service:region:account:resource`; the resource part keeps every later colon and slash. */
export type Arn = string;
export type AccountId = string;
export type Region = string;

export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** The six fields of an ARN, or null when the text is not one. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (read 2026-11-24) */
export function parseArn(text: string): ArnParts | null {
  if (!text.startsWith('arn:')) return null;
  // By the places of its colons: an organisation has millions of ARNs, and lists of their fields cost more than all else.
  const service = text.indexOf(':', 4);
  const region = text.indexOf(':', service + 1);
  const account = text.indexOf(':', region + 1);
  const resource = text.indexOf(':', account + 1);
  if (service <= 4 || region <= service + 1 || account <= region || resource <= account) return null;
  return {
    partition: text.slice(4, service),
    service: text.slice(service + 1, region),
    region: text.slice(region + 1, account),
    account: text.slice(account + 1, resource),
    resource: text.slice(resource + 1),
  };
}

/** The text of an ARN: the inverse of `parseArn`. Never throws. */
export function formatArn(parts: ArnParts): Arn {
  return `arn:${parts.partition}:${parts.service}:${parts.region}:${parts.account}:${parts.resource}`;
}

/** The last segment of an ARN's resource part: `deploy` of `…:role/ci/deploy`. The text itself when it is no ARN. Never throws. */
export function arnName(arn: Arn): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

/** The account in an ARN, or null where the field is empty (S3) or the text is no ARN. Never throws. */
export function arnAccount(arn: Arn): AccountId | null {
  if (!arn.startsWith('arn:')) return null;
  // Without its other fields: every need asks for the account alone.
  const region = arn.indexOf(':', arn.indexOf(':', 4) + 1);
  const account = arn.indexOf(':', region + 1);
  const resource = arn.indexOf(':', account + 1);
  return region > 0 && account > region && resource > account + 1 ? arn.slice(account + 1, resource) : null;
}

/** The ARN of an IAM role from its account, path and name. Never throws. */
export function roleArn(partition: string, account: AccountId, pathAndName: string): Arn {
  return `arn:${partition}:iam::${account}:role/${pathAndName}`;
}
