// Policy variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}` and the escapes `${*}`, `${?}`, `${$}`.
import { type Pattern, toPattern } from './wildcard';

export interface Variable {
  /** Lower-case name of the context key. */
  readonly key: string;
  readonly fallback: string | null;
}

/** A text with variables: patterns and variables in turn. */
export type Template = readonly (Pattern | Variable)[];

const VARIABLE = /\$\{\s*([^{}]*?)\s*\}/g;
const WITH_DEFAULT = /^([^,]+?)\s*,\s*'([^']*)'$/;

/** Reads a text of a policy of version 2012-10-17. `hasWildcards`: whether `*` and `?` outside variables are wildcards.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html (read 2026-11-24) */
export function readTemplate(text: string, hasWildcards: boolean): Template {
  const plain = (part: string): Pattern => (hasWildcards ? toPattern(part) : part);
  const parts: (Pattern | Variable)[] = [];
  const push = (part: Pattern | Variable) => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  };
  let from = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const inside = found[1] ?? '';
    if (inside === '') continue;
    push(plain(text.slice(from, found.index)));
    from = found.index + found[0].length;
    if (inside === '*' || inside === '?' || inside === '$') push(inside);
    else push(readVariable(inside));
  }
  push(plain(text.slice(from)));
  return parts;
}

function readVariable(inside: string): Variable {
  const withDefault = WITH_DEFAULT.exec(inside);
  return withDefault
    ? { key: (withDefault[1] ?? '').toLowerCase(), fallback: withDefault[2] ?? '' }
    : { key: inside.toLowerCase(), fallback: null };
}

/** The pattern, when the template holds no variable; else null. Never throws. */
export function patternOf(template: Template): Pattern | null {
  if (template.length === 0) return '';
  const [only] = template;
  return template.length === 1 && typeof only === 'string' ? only : null;
}
