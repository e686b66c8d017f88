import { expect, it } from 'vitest';
import { tourHref } from './tour-href';
import { TOUR_STEPS } from './tour-steps';

const goal = { pipeline: '111111111111.us-east-1.shop', action: 'Prod/Deploy' };

it('leads from the overview over the pipeline and its action to the stack of hats', () => {
  const all = TOUR_STEPS.map((_, index) => tourHref(index + 1, goal, 'example'));
  expect(all[0]).toBe('/?snapshot=example&tour=1');
  expect(all[1]).toBe('/pipelines/111111111111.us-east-1.shop?snapshot=example&tour=2');
  expect(all[2]).toContain('action=Prod/Deploy');
  expect(all.at(-1)).toMatch(/view=stack.*&tour=7$/);
});

it('ends where it began', () => {
  expect(tourHref(TOUR_STEPS.length + 1, goal, 'example')).toBe('/?snapshot=example');
});
