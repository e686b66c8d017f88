// Where the pages of rules are.
import { createSerializer, parseAsString } from 'nuqs/server';

export const ruleState = { snapshot: parseAsString };

const withState = createSerializer(ruleState);

/** The URL of the list of rules, in the snapshot that is in view. Never throws. */
export function rulesHref(snapshot: string | null): string {
  return withState('/findings/rules', { snapshot });
}

/** The URL of one rule's page. Never throws. */
export function ruleHref(rule: string, snapshot: string | null): string {
  return withState(`/findings/rules/${rule}`, { snapshot });
}
