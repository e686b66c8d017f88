// The smallest changes that make broken hops work, and whose they are.
import type { Inventory } from '@/lib/model/inventory';
import type { JudgedHop, JudgedNeed } from '@/lib/verdict/judgement';
import type { Fix } from './fix';
import { grantsFor } from './grants';
import { liftsFor } from './lifts';

/** What to change so that every denied essential need of these hops is allowed: on the principal's side, the resource's side, or both.
 *  Where somebody forbids (an explicit deny, an SCP, a boundary) the fix says who must lift what, and adds no allow for it: whatever
 *  an allow says, a deny wins. Never throws. */
export function fixesForHops(inventory: Inventory, hops: readonly JudgedHop[]): readonly Fix[] {
  const denied = hops.filter((hop) => hop.state === 'broken').flatMap(deniedNeeds);
  const forbidden = denied.filter((one) => FORBIDDING.has(one.decision.by));
  const missing = denied.filter((one) => !FORBIDDING.has(one.decision.by));
  const fixes = [...liftsFor(inventory, forbidden), ...grantsFor(inventory, missing)];
  return [...new Map(fixes.map((fix) => [`${fix.account} ${fix.sentence}`, fix])).values()];
}

const FORBIDDING: ReadonlySet<string> = new Set([
  'explicit-deny',
  'scp',
  'rcp',
  'boundary',
  'session',
  'endpoint',
  'special',
]);

/** The needs that a fix is for: those that count and are denied; and of the same thing those whose denial may not matter, so that the
 *  hop is not left half mended. Never throws. */
export function deniedNeeds(hop: JudgedHop): readonly JudgedNeed[] {
  const denied = hop.needs.filter(
    ({ verdict, need }) =>
      verdict === 'denied' &&
      (need.essential || (need.oneOf !== undefined && need.doubtOfAllow === undefined)),
  );
  const things = new Set(denied.map(({ need }) => need.resource));
  const mayMatter = hop.needs.filter(
    ({ notScanned, need }) =>
      need.essential &&
      need.doubt !== undefined &&
      notScanned.includes(need.doubt) &&
      things.has(need.resource),
  );
  return mayMatter.length === 0
    ? denied
    : hop.needs.filter((one) => denied.includes(one) || mayMatter.includes(one));
}
