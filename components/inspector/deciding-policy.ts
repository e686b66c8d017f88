// Which of the policies that took part is shown open.
import type { NeedTrail, PolicyTrail } from '@/lib/scene/trail';

/** The policy that explains the need's state: for a yes the one that granted, else the first that did not say yes.
 *  Null when none can be shown. Never throws. */
export function decidingPolicy(need: NeedTrail): PolicyTrail | null {
  const marked = need.policies.filter((policy) => policy.lines.some(({ mark }) => mark !== 'none'));
  if (need.state === 'works') {
    return marked.find((policy) => policy.state === 'allows' && !isGuardrail(policy)) ?? null;
  }
  const denying = marked.find(({ state }) => state === 'denies');
  const notAllowing = marked.filter(({ state }) => state !== 'allows');
  const silent = notAllowing.find((policy) => !isGuardrail(policy)) ?? notAllowing[0];
  const explains = need.policies.find(({ state, nearMisses }) => state !== 'allows' && nearMisses.length > 0);
  return denying ?? silent ?? explains ?? null;
}

/** Guardrails of the organisation only limit; what grants is another policy. */
function isGuardrail({ title }: PolicyTrail): boolean {
  return /^(SCP|RCP) /.test(title);
}
