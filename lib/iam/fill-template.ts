// Fills the policy variables of a template in with the values of a request.
import type { Doubts } from './doubt';
import { type Env, note } from './env';
import { stateOf } from './key-state';
import type { Template, Variable } from './template';
import { type Pattern, STAR } from './wildcard';

/** `filled`: what the template comes to. `valueless`: a variable has no value, and the whole text matches nothing. `open`: a
 *  variable is not known; the pattern has STAR in its place. */
export type Filled =
  | { readonly kind: 'filled'; readonly pattern: Pattern }
  | { readonly kind: 'valueless' }
  | { readonly kind: 'open'; readonly pattern: Pattern };

/** The template under the request's context. Wildcards inside a value are plain text. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html (read 2026-11-24) */
export function fillTemplate(template: Template, env: Env, doubts: Doubts): Filled {
  let pattern = '';
  let isOpen = false;
  for (const part of template) {
    const text = typeof part === 'string' ? part : variableValue(part, env, doubts);
    if (text === null) return { kind: 'valueless' };
    if (text === 'open') isOpen = true;
    pattern += text === 'open' ? STAR : typeof text === 'string' ? text : text.value;
  }
  return { kind: isOpen ? 'open' : 'filled', pattern };
}

/** Only single-valued keys fill a variable; a missing one takes its default, or leaves the text without a value. */
function variableValue(
  variable: Variable,
  env: Env,
  doubts: Doubts,
): { readonly value: string } | 'open' | null {
  const state = stateOf(env, variable.key);
  switch (state.kind) {
    case 'known': {
      const [value] = state.values;
      if (value !== undefined && state.values.length === 1) {
        if (value.includes('*') || value.includes('?'))
          note(env, 'wildcards inside the value of a policy variable are taken as plain text');
        return { value };
      }
      return variable.fallback === null ? null : { value: variable.fallback };
    }
    case 'absent':
      return variable.fallback === null ? null : { value: variable.fallback };
    case 'present':
    case 'unknown':
      doubts?.push({ kind: 'key', key: variable.key });
      return 'open';
  }
}
