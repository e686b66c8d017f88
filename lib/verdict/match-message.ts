// Finds the request that an error message of AWS speaks of among those that an action makes.
import type { Need } from '@/lib/graph/hop';
import { matchesWildcard } from '@/lib/iam/wildcard';
import type { AwsMessage } from '@/lib/messages/message';
import { arnAccount, arnName } from '@/lib/names/arn';
import type { JudgedHop, JudgedNeed } from './judgement';

export interface MatchedNeed {
  readonly hop: JudgedHop;
  readonly need: JudgedNeed;
}

/** The needs that a message may mean, in the order of the path: those with which nothing that it says is at odds. Never throws. */
export function needsMeant(message: AwsMessage, hops: readonly JudgedHop[]): readonly MatchedNeed[] {
  return hops.flatMap((hop) =>
    hop.needs.filter(({ need }) => isMeant(message, need)).map((need) => ({ hop, need })),
  );
}

/** The need of the same role for the same call on another thing, where no need is on the thing that the message names. Never throws. */
export function needOnOtherThing(message: AwsMessage, hops: readonly JudgedHop[]): MatchedNeed | null {
  if (message.resource === null || message.action === null) return null;
  return needsMeant({ ...message, resource: null }, hops)[0] ?? null;
}

/** Whether a message names one request: the call, and the role or the thing, and no second service that answers in its words.
 *  Never throws. */
export function namesRequest({ action, resource, role, services, cut }: AwsMessage): boolean {
  return action !== null && cut !== 'action' && services.length === 1 && (resource !== null || role !== null);
}

function isMeant(message: AwsMessage, need: Need): boolean {
  const service = serviceOf(need.action);
  const services = message.services.map(sameService);
  if (services.length > 0 && !services.includes(service)) return false;
  // A key refuses in S3's words: then neither call nor thing is the key's own.
  const isBehind = message.action !== null && serviceOf(message.action) !== service;
  if (!isBehind && message.action !== null && !isSameCall(message, need.action)) return false;
  const isOwn = services.length === 0 || services[0] === service;
  if (isOwn && !isBehind && message.resource !== null && !isSameThing(message, need.resource)) return false;
  return isSamePrincipal(message, need);
}

function isSameCall({ action, cut }: AwsMessage, own: string): boolean {
  const [said, asked] = [String(action).toLowerCase(), own.toLowerCase()].map((one) =>
    one.replace(/^codestar-connections:/, 'codeconnections:'),
  );
  return cut === 'action' ? (asked ?? '').startsWith(said ?? '') : said === asked;
}

function isSameThing({ resource, cut }: AwsMessage, own: string): boolean {
  const said = withoutPartition(resource ?? '');
  const asked = withoutPartition(own);
  if (asked === '*' || asked === said) return true;
  if (matchesWildcard(asked, said) || matchesWildcard(said, asked)) return true;
  if (cut === 'resource') return asked.startsWith(said);
  // A bucket stands for its objects where a message names no object.
  return said.startsWith('s3:::') && !said.includes('/') && asked.startsWith(`${said}/`);
}

function isSamePrincipal({ principal, role }: AwsMessage, need: Need): boolean {
  if (principal === null) return true;
  if (role !== null)
    return (
      need.principal.kind === 'role' &&
      arnAccount(need.principal.arn) === role.account &&
      arnName(need.principal.arn) === role.name
    );
  if (need.principal.kind === 'service') return need.principal.service === principal;
  return 'arn' in need.principal && need.principal.arn === principal;
}

function serviceOf(action: string): string {
  return sameService(action.slice(0, action.indexOf(':')));
}

/** Connections have two names. @see https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html (read 2026-11-24) */
function sameService(service: string): string {
  return service === 'codestar-connections' ? 'codeconnections' : service;
}

/** Names of buckets in a message come without their partition. */
function withoutPartition(arn: string): string {
  return arn.replace(/^arn:[^:]*:/, '');
}
