// What the fields of a question offer: principals, actions and resources of the snapshot, those of pipelines first.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Need } from '@/lib/graph/hop';
import { accountName } from './naming';

export interface Suggestion {
  readonly value: string;
  /** What it is, for a reader: `role deploy of acme-prod`. */
  readonly label: string;
}

export interface AskSuggestions {
  readonly who: readonly Suggestion[];
  readonly does: readonly string[];
  readonly on: readonly Suggestion[];
}

/** As many as a list under a field can be used for. */
const MOST = 300;

/** Bounded, whatever the size of the snapshot; anything else can be typed. Never throws. */
export function askSuggestions({ inventory, pipelines }: Analysis): AskSuggestions {
  const who = new Set<string>();
  const does = new Set<string>();
  const on = new Set<string>();
  for (const { hop } of pipelines.flatMap(({ paths }) => paths.flatMap(({ hops }) => hops))) {
    for (const need of hop.needs) {
      does.add(need.action);
      const name = principalOf(need);
      if (name !== null && who.size < MOST) who.add(name);
      if (on.size < MOST && !need.resource.includes('*')) on.add(need.resource);
    }
  }
  for (const arn of [...inventory.roles.keys(), ...inventory.users.keys()]) {
    if (who.size >= MOST) break;
    who.add(arn);
  }
  for (const arn of [...inventory.buckets.keys(), ...inventory.keys.keys(), ...inventory.roles.keys()]) {
    if (on.size >= MOST) break;
    on.add(arn);
  }
  const labelled = (arn: string): Suggestion => ({ value: arn, label: labelOf(inventory, arn) });
  return {
    who: [...who].sort().map(labelled),
    does: [...does].sort(),
    on: [...on].sort().map(labelled),
  };
}

function principalOf({ principal }: Need): string | null {
  if (principal.kind === 'service') return principal.service;
  return principal.kind === 'role' || principal.kind === 'user' ? principal.arn : null;
}

function labelOf(inventory: Analysis['inventory'], arn: string): string {
  const entity = inventory.roles.get(arn) ?? inventory.users.get(arn);
  if (entity !== undefined)
    return `${entity.kind} ${entity.name} of ${accountName(inventory, entity.account)}`;
  const bucket = inventory.buckets.get(arn);
  if (bucket !== undefined) return `bucket of ${accountName(inventory, bucket.account)}`;
  const key = inventory.keys.get(arn);
  if (key !== undefined)
    return `key ${key.aliases[0]?.replace(/^alias\//, '') ?? ''} of ${accountName(inventory, key.account)}`;
  return arn.startsWith('arn:') ? '' : 'AWS service';
}
