'use client';

import { ButtonLink } from '@/components/ui/Button';
import { tourHref } from './tour-href';
import { useTourSeen } from './tour-memory';
import type { TourGoal } from './tour-steps';

/** Begins the tour; stands back once it was taken or skipped. */
export function StartTour({ goal, snapshot }: { goal: TourGoal; snapshot: string }) {
  const isSeen = useTourSeen();
  return (
    <ButtonLink look={isSeen ? 'ghost' : 'primary'} href={tourHref(1, goal, snapshot)}>
      {isSeen ? 'Tour' : 'Take the tour'}
    </ButtonLink>
  );
}
