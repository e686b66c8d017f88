// How a fix names a principal: in a policy, and in a sentence.
import type { Principal } from '@/lib/iam/request';

/** The Principal element that names it, or null where none can. Never throws. */
export function principalElement(principal: Principal): { readonly [kind: string]: string } | null {
  if (principal.kind === 'service') return { Service: principal.service };
  return 'arn' in principal ? { AWS: principal.arn } : null;
}

/** Its ARN or service name. Never throws. */
export function principalText(principal: Principal): string {
  if (principal.kind === 'service') return principal.service;
  return 'arn' in principal ? principal.arn : principal.kind;
}

/** `a`, `a and b`, `a, b and c`: each once, sorted. Never throws. */
export function listed(names: readonly string[]): string {
  const list = [...new Set(names)].sort();
  return list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}
