// What the journeys share: the pages by what a user sees on them.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The example pipeline that is broken, and the action in it that is. */
export const BROKEN = {
  pipeline: 'checkout-service',
  stage: 'Prod',
  action: 'Deploy-Prod-use2',
  key: 'artifacts-use2',
} as const;

export const pathPanel = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Permission path' });

export const rowOf = (page: Page, pipeline: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: pipeline, exact: true }) });

/** Opens a pipeline of the example from the list. */
export async function openPipeline(page: Page, pipeline: string): Promise<void> {
  await page.goto('/pipelines?snapshot=example');
  await page.getByRole('link', { name: pipeline, exact: true }).click();
  await expect(pathPanel(page)).toBeVisible();
  // It comes a moment after the content, and between the old title and this one there is none.
  await expect(page).toHaveTitle(new RegExp(`^${pipeline} `));
}

/** Fails on what axe calls serious or critical, naming each rule and element. */
export async function expectNoSeriousViolation(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/Hatstack/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html })));
  expect(serious.filter(({ id, html }) => !isDrawnName(id, html))).toEqual([]);
}

/** A drawn card shortens names in its picture and says them in full in its label: axe compares the two letter by letter. */
function isDrawnName(rule: string, html: string): boolean {
  return rule === 'label-content-name-mismatch' && html.includes('data-card=');
}

/** The texts of an SVG, as a browser's XML parser reads them; fails where the file is not well-formed. */
export async function textsOfSvg(page: Page, file: string): Promise<string[]> {
  return page.evaluate(
    (source) => {
      const document = new DOMParser().parseFromString(source, 'image/svg+xml');
      const error = document.querySelector('parsererror');
      if (error !== null) throw new Error(error.textContent ?? 'not well-formed');
      return [...document.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
    },
    readFileSync(file, 'utf8'),
  );
}
