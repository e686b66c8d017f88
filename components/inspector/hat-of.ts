// Which hat a hop is about.
import type { HopTrail } from '@/lib/scene/trail';

export interface HopHat {
  readonly arn: string;
  readonly name: string;
}

/** The role that the hop puts on or hands on; null where it is about something else, or no single role. Never throws. */
export function hatOf({ needs }: HopTrail): HopHat | null {
  const need = needs.find(({ action }) => action === 'sts:AssumeRole' || action === 'iam:PassRole');
  const arn = need?.request.find(({ label }) => label === 'On')?.value ?? '';
  if (!/^arn:[^:*]+:iam::\d{12}:role\/[^*]+$/.test(arn)) return null;
  return { arn, name: arn.slice(arn.lastIndexOf('/') + 1) };
}
