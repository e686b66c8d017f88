// Holds what AWS said of an action's last run against what was judged: they agree, or one of the two knows more.
import type { AwsMessage } from '@/lib/messages/message';
import { readMessage } from '@/lib/messages/read-message';
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline, RunState } from '@/lib/model/resource';
import type { Gap } from '@/lib/snapshot/gap';
import { type Change, changedSince } from './changed-since';
import type { JudgedHop, JudgedNeed, JudgedPath } from './judgement';
import { type MatchedNeed, namesRequest, needOnOtherThing, needsMeant } from './match-message';

/** How the last run stands to the judgement.
 *  confirms: AWS refused what is judged denied; fits: its message names no request, and what is judged denied fits it;
 *  settles: it refused what could not be told; contradicts: it refused what is judged allowed;
 *  elsewhere: it refused a request that is not on the path; unnamed: it failed, and what was refused, if anything, is not said;
 *  other: it failed for another reason; unread: it failed in words that we cannot read, or in none;
 *  ran-though-broken, ran-though-open: it succeeded, though judged broken, or though it could not be told. */
export type RunRelation =
  | 'confirms'
  | 'fits'
  | 'settles'
  | 'contradicts'
  | 'elsewhere'
  | 'unnamed'
  | 'other'
  | 'unread'
  | 'ran-though-broken'
  | 'ran-though-open';

export interface RunComparison {
  readonly run: RunState;
  readonly relation: RunRelation;
  /** What the message says; null where it could not be read, or where nothing failed. */
  readonly message: AwsMessage | null;
  /** The hop that the run speaks of. */
  readonly hop: JudgedHop | null;
  readonly need: JudgedNeed | null;
  /** What was not read of these hops, and what has changed since: where AWS and the judgement differ, the reason may be there. */
  readonly gaps: readonly Gap[];
  readonly notScanned: readonly string[];
  readonly changes: readonly Change[];
}

type Found = Pick<RunComparison, 'relation' | 'message' | 'hop' | 'need'>;

/** The comparison, or null where there is nothing to compare: no finished run, or one that succeeded where all is judged to work.
 *  A verdict never changes because of it: a run is older than the snapshot, and policies change. Never throws. */
export function compareRun(
  inventory: Inventory,
  pipeline: Pipeline,
  path: JudgedPath,
  run: RunState | undefined,
): RunComparison | null {
  const found = run === undefined ? null : relate(path, run);
  if (run === undefined || found === null) return null;
  const hops = found.hop === null ? path.hops : [found.hop];
  return {
    run,
    ...found,
    ...unreadOf(inventory, hops),
    changes: changedSince(inventory, pipeline, hops, run.at),
  };
}

function relate(path: JudgedPath, run: RunState): Found | null {
  if (run.status === 'Succeeded') {
    if (path.state === 'works') return null;
    const relation = path.state === 'broken' ? 'ran-though-broken' : 'ran-though-open';
    return { relation, message: null, hop: path.worst, need: null };
  }
  if (run.status !== 'Failed') return null;
  const message = readMessage(run.message ?? run.code ?? '');
  if (message === null) return { relation: 'unread', message, hop: null, need: null };
  return byFault(path, message) ?? (isRefusal(message) ? byNeed(path, message) : unblamed(message));
}

function isRefusal({ about }: AwsMessage): boolean {
  return about === 'denied' || about === 'absent-or-denied';
}

function unblamed(message: AwsMessage): Found {
  return { relation: message.about === 'other' ? 'other' : 'unnamed', message, hop: null, need: null };
}

function byNeed(path: JudgedPath, message: AwsMessage): Found {
  const meant = needsMeant(message, path.hops);
  const isNamed = namesRequest(message);
  // A message that names no request may mean much: what is not essential is no answer to it.
  const denied = firstOf(meant, (need) => need.verdict === 'denied' && (isNamed || isNeeded(need)));
  if (denied !== null) return { relation: isNamed ? 'confirms' : 'fits', message, ...denied };
  if (!isNamed) return { relation: 'unnamed', message, hop: null, need: null };
  const open = firstOf(meant, (need) => need.verdict !== 'allowed');
  if (open !== null) return { relation: 'settles', message, ...open };
  const allowed = meant[0];
  if (allowed !== undefined) return { relation: 'contradicts', message, ...allowed };
  return {
    relation: 'elsewhere',
    message,
    ...(needOnOtherThing(message, path.hops) ?? { hop: null, need: null }),
  };
}

/** The first essential one, else the first. */
function firstOf(meant: readonly MatchedNeed[], is: (need: JudgedNeed) => boolean): MatchedNeed | null {
  const all = meant.filter(({ need }) => is(need));
  return all.find(({ need }) => isNeeded(need)) ?? all[0] ?? null;
}

function isNeeded({ need }: JudgedNeed): boolean {
  return need.essential || need.oneOf !== undefined;
}

/** Faults that no policy can cure, by the wordings in which they come out. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  'acl-not-supported': ['deploy-bucket-takes-no-acl'],
  'artifact-object': ['writer-keeps-artifact', 'build-key-is-not-the-stores', 'build-output-not-shareable'],
  'bucket-missing': ['deploy-bucket-in-other-region', 'store-in-other-region', 'no-store-in-region'],
  'build-source': ['writer-keeps-artifact', 'build-key-is-not-the-stores'],
  'cross-account-pass-role': ['passed-role-other-account'],
  replication: ['store-in-other-region', 'no-store-in-region'],
  'says-no-more': ['store-in-other-region', 'no-store-in-region'],
};
/** Those that name the fault. */
const TELLING = new Set(['acl-not-supported', 'bucket-missing', 'cross-account-pass-role']);

function byFault(path: JudgedPath, message: AwsMessage): Found | null {
  const rules = FAULTS[message.wording] ?? [];
  const hop = path.hops.find((one) =>
    one.hop.faults.some((fault) => fault.certain && rules.includes(fault.rule)),
  );
  if (hop === undefined) return null;
  return { relation: TELLING.has(message.wording) ? 'confirms' : 'fits', message, hop, need: null };
}

function unreadOf(
  inventory: Inventory,
  hops: readonly JudgedHop[],
): Pick<RunComparison, 'gaps' | 'notScanned'> {
  const accounts = new Set(hops.flatMap(({ sides }) => [sides.principalAccount, sides.resourceAccount]));
  const things = new Set(hops.flatMap(({ needs }) => needs.map(({ need }) => need.resource)));
  const concerned = inventory.gaps.filter(
    ({ account, scope, source }) =>
      things.has(scope ?? '') ||
      source.startsWith('organizations:') ||
      (accounts.has(account) && (source.startsWith('iam:') || source === 'sts:AssumeRole')),
  );
  const own = hops.flatMap(({ needs }) => needs);
  return {
    gaps: [...new Set([...own.flatMap(({ gaps }) => gaps), ...concerned])],
    notScanned: [...new Set(own.flatMap(({ notScanned }) => notScanned))],
  };
}
