// Patterns of ARNs: six fields between colons, of which a wildcard in the first five does not leave its field.
import { FIELD_ONE, FIELD_STAR, ONE, type Pattern, STAR } from './wildcard';

const FIELDS = 6;

/** The fields of a pattern: at most six, the last one keeps every later colon. Never throws. */
export function arnFields(pattern: Pattern): readonly Pattern[] {
  const fields: Pattern[] = [];
  let from = 0;
  while (fields.length < FIELDS - 1) {
    const colon = pattern.indexOf(':', from);
    if (colon < 0) break;
    fields.push(pattern.slice(from, colon));
    from = colon + 1;
  }
  fields.push(pattern.slice(from));
  return fields;
}

/** The pattern whose wildcards keep to their field, or null when it has fewer than six. Never throws. */
export function strictArnPattern(pattern: Pattern): Pattern | null {
  const fields = arnFields(pattern);
  if (fields.length < FIELDS) return null;
  return fields.map((field, index) => (index < FIELDS - 1 ? inField(field) : field)).join(':');
}

/** The pattern in which a `*` that ends one of the first five fields may run on over colons; null when there is none.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html (read 2026-11-24): "it can
 *  expand to match beyond the colon boundaries" */
export function looseArnPattern(pattern: Pattern): Pattern | null {
  const fields = arnFields(pattern);
  if (!fields.some((field, index) => index < FIELDS - 1 && field.endsWith(STAR))) return null;
  return fields
    .map((field, index) => {
      if (index === FIELDS - 1) return field;
      return field.endsWith(STAR) ? inField(field.slice(0, -1)) + STAR : inField(field);
    })
    .join(':');
}

/** The pattern with its missing fields filled with `*`, for identity-based policies.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (read 2026-11-24) */
export function completedArnPattern(pattern: Pattern): Pattern {
  const missing = FIELDS - arnFields(pattern).length;
  return pattern + `:${STAR}`.repeat(missing);
}

/** Wildcards that stay inside their field. Never throws. */
export function inField(field: Pattern): Pattern {
  return field.replaceAll(STAR, FIELD_STAR).replaceAll(ONE, FIELD_ONE);
}
