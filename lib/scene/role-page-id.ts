// How a role is named in a URL.
import type { Inventory } from '@/lib/model/inventory';
import type { Role } from '@/lib/model/resource';
import { type Arn, parseArn, roleArn } from '@/lib/names/arn';
import { PARTITIONS } from '@/lib/names/partition';

/** `111111111111.ci/deploy`: an account id holds no dot. The text itself when it is no role's ARN. Never throws. */
export function roleId(arn: Arn): string {
  const parts = parseArn(arn);
  return parts === null ? arn : `${parts.account}.${parts.resource.replace(/^role\//, '')}`;
}

/** What a role of that id, or ARN, may be called by AWS: one for each partition. Never throws. */
export function arnsOfRoleId(id: string): readonly Arn[] {
  const dot = id.indexOf('.');
  return [id, ...PARTITIONS.map((one) => roleArn(one, id.slice(0, dot), id.slice(dot + 1)))];
}

/** The role of that id or ARN, or null when this snapshot holds none. Never throws. */
export function roleOfId(inventory: Inventory, id: string): Role | null {
  for (const arn of arnsOfRoleId(id)) {
    const role = inventory.roles.get(arn);
    if (role !== undefined) return role;
  }
  return null;
}
