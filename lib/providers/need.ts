// Short ways to state needs that share their reason, source or openness.
import type { Context } from '@/lib/iam/request';
import type { Open, StatedNeed } from './action-provider';

export interface NeedShape {
  readonly because: string;
  readonly source: string;
  readonly essential?: boolean;
  readonly context?: Context;
  readonly resourceAccount?: string | null;
  readonly open?: Open;
}

/** One need for each action, on the same resource and for the same reason; essential unless said otherwise. Never throws. */
export function needsFor(
  actions: readonly string[],
  resource: string,
  { because, source, essential = true, context, resourceAccount, open = {} }: NeedShape,
): readonly StatedNeed[] {
  return actions.map((action) => ({
    action,
    resource,
    essential,
    because,
    source,
    ...(context === undefined ? {} : { context }),
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...open,
  }));
}

/** The same, where an allow on any one of several resources is enough: AWS's pages name more than one. Never throws. */
export function needsOnAny(
  actions: readonly string[],
  resources: readonly string[],
  shape: NeedShape,
): readonly StatedNeed[] {
  return actions.flatMap((action) =>
    resources.flatMap((resource) =>
      needsFor([action], resource, { ...shape, essential: false }).map((need) => ({
        ...need,
        oneOf: action,
      })),
    ),
  );
}
