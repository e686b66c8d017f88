// A policy with statements more: all that stands in it stays as it is.
import { isJsonObject, type Json } from '@/lib/base/json';
import type { Inventory } from '@/lib/model/inventory';
import { documentAt, type PolicyPlace } from '@/lib/model/overlay';
import type { PolicyChange } from './fix';

/** The change that adds the statements to the policy that stands there; null where it was not read or has no readable list of
 *  statements: nobody can tell what to add them to. Never throws. */
export function changeAt(
  inventory: Inventory,
  place: PolicyPlace,
  added: readonly Json[],
): PolicyChange | null {
  const before = documentAt(inventory, place);
  if (before === undefined) return null;
  const after = withStatements(before, added);
  return after === null ? null : { place, before, after, added };
}

/** The document with the statements at its end; a new one where there is none; null where it cannot be read. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html (read 2026-11-27) */
export function withStatements(document: Json | null, added: readonly Json[]): Json | null {
  if (document === null) return { Version: '2012-10-17', Statement: added };
  if (!isJsonObject(document)) return null;
  const { Statement } = document;
  if (Array.isArray(Statement)) return { ...document, Statement: [...Statement, ...added] };
  return isJsonObject(Statement) ? { ...document, Statement: [Statement, ...added] } : null;
}
