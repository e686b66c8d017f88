// What is wrong with the names of actions in a statement.
import { nearest } from '@/lib/base/nearest';
import { matchesWildcard } from '../wildcard';
import { KNOWN_ACTIONS, SERVICE_PREFIXES } from './known-actions';
import type { PartProblem } from './text-problem';

type Problem = Pick<PartProblem, 'severity' | 'message'>;

/** What is wrong with `service:Action`, wildcards allowed; null where nothing is. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html (read 2026-11-27) */
export function actionProblem(text: string): Problem | null {
  if (text === '*') return null;
  const colon = text.indexOf(':');
  if (colon <= 0 || colon === text.length - 1)
    return { severity: 'error', message: `\`${text}\` is no action: write \`service:Action\`` };
  const service = text.slice(0, colon).toLowerCase();
  const name = text.slice(colon + 1);
  if (/[*?]/.test(service))
    return { severity: 'error', message: `\`${text}\`: the name of a service takes no wildcard` };
  if (!SERVICE_PREFIXES.has(service)) {
    const meant = nearest(service, [...SERVICE_PREFIXES]);
    return {
      severity: 'warning',
      message: `there is no service \`${service}\`${meant === null ? '' : `: did you mean \`${meant}\`?`}`,
    };
  }
  const known = KNOWN_ACTIONS[service]?.split(' ');
  if (known === undefined) return null;
  const pattern = name.toLowerCase();
  if (known.some((action) => matchesWildcard(pattern, action.toLowerCase()))) return null;
  if (/[*?]/.test(name))
    return { severity: 'warning', message: `\`${text}\` covers no action of \`${service}\`` };
  const meant = nearest(name, known);
  return {
    severity: 'warning',
    message: `\`${service}\` has no action \`${name}\`${meant === null ? '' : `: did you mean \`${meant}\`?`}`,
  };
}
