// Where a step of the tour takes place.
import { overviewHref } from '@/components/overview/view-state';
import { pipelineHref } from '@/components/pipeline/view-state';
import { TOUR_PARAM, TOUR_STEPS, type TourGoal } from './tour-steps';

/** The address of a step, from 1, in the snapshot of that name; beyond the last step: the overview without a tour. Never throws. */
export function tourHref(step: number, goal: TourGoal, snapshot: string): string {
  const page = TOUR_STEPS[step - 1]?.page;
  const path = `/pipelines/${goal.pipeline}`;
  switch (page) {
    case 'pipeline':
      return marked(pipelineHref(path, { snapshot }), step);
    case 'action':
      return marked(pipelineHref(path, { snapshot, action: goal.action }), step);
    case 'stack':
      return marked(pipelineHref(path, { snapshot, action: goal.action, view: 'stack' }), step);
    case 'overview':
      return marked(overviewHref('/', { snapshot }), step);
    case undefined:
      return overviewHref('/', { snapshot });
  }
}

function marked(href: string, step: number): string {
  return `${href}${href.includes('?') ? '&' : '?'}${TOUR_PARAM}=${step}`;
}
