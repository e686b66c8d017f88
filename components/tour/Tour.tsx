'use client';

import { useRouter } from 'next/navigation';
import { useQueryState } from 'nuqs';
import { TourCard } from './TourCard';
import { tourHref } from './tour-href';
import { rememberTour } from './tour-memory';
import { TOUR_PARAM, TOUR_STEPS, type TourGoal, tourParser } from './tour-steps';

/** The step of the tour that the address names, if it names one. */
export function Tour({ goal, snapshot }: { goal: TourGoal; snapshot: string }) {
  const [step, setStep] = useQueryState(TOUR_PARAM, tourParser);
  const router = useRouter();
  const shown = step === null ? undefined : TOUR_STEPS[step - 1];
  if (step === null || shown === undefined) return null;
  const isLast = step === TOUR_STEPS.length;
  const leave = () => {
    rememberTour();
    void setStep(null);
  };
  return (
    <TourCard
      key={step}
      step={shown}
      number={step}
      onBack={step === 1 ? null : () => router.push(tourHref(step - 1, goal, snapshot))}
      onNext={() => {
        if (isLast) leave();
        else router.push(tourHref(step + 1, goal, snapshot));
      }}
      onLeave={leave}
    />
  );
}
