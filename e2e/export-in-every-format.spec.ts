import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startOwnServer } from './scan-server';

const PIPELINE =
  '/pipelines/277321100181.us-east-1.checkout-service?snapshot=example&action=Prod%2FDeploy-Prod-use2';

/** What a file of the format begins with. */
const BEGINNINGS = [
  ['SVG', 'svg', '<svg '],
  ['PNG', 'png', '\u0089PNG'],
  ['PDF', 'pdf', '%PDF-'],
  ['draw.io', 'drawio', '<mxfile '],
  ['Mermaid', 'mmd', '---\ntitle:'],
  ['Markdown', 'md', '# checkout-service'],
  ['GraphML', 'graphml', '<?xml '],
  ['JSON', 'json', '{\n  "version": 1'],
  ['CSV of edges', 'csv', 'from,verb,to'],
] as const;

/** Opens the card with its key, goes to the file with Tab and takes it with Enter. */
async function takeByKeyboard(page: Page, label: string): Promise<{ name: string; text: string }> {
  const link = page.getByRole('list', { name: 'Files' }).getByRole('link', { name: label, exact: true });
  // A key that is pressed before the page listens is lost.
  await expect(async () => {
    if (!(await link.isVisible())) await page.keyboard.press('e');
    await expect(link).toBeVisible({ timeout: 1000 });
  }).toPass();
  for (
    let steps = 0;
    steps < 30 && !(await link.evaluate((one) => one === document.activeElement));
    steps += 1
  )
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await coming;
  await expect(link).toBeHidden();
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'latin1') };
}

test('every format is taken along by keyboard', async ({ page }) => {
  await page.goto(PIPELINE);
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible();
  for (const [label, extension, beginning] of BEGINNINGS) {
    const { name, text } = await takeByKeyboard(page, label);
    expect(name).toBe(`checkout-service-Prod-Deploy-Prod-use2.${extension}`);
    expect(text.startsWith(beginning), `${label}: ${text.slice(0, 20)}`).toBe(true);
  }
});

test('the path alone, by hand, dark, and without names', async ({ page }) => {
  await page.goto(PIPELINE);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('combobox', { name: 'Scope' }).selectOption('The path of the action');
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
  await page.getByRole('combobox', { name: 'Pen' }).selectOption('By hand');
  await page.getByRole('checkbox', { name: 'Pseudonyms instead of names' }).check();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'SVG', exact: true }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^pipeline-\d+-stage-\d+-action-\d+\.svg$/);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('Patrick Hand');
  expect(svg).toContain('#161814');
  expect(svg).not.toMatch(/checkout|acme|277321100181/);
});

test('a PDF over many pages of A4', async ({ page }) => {
  await page.goto(PIPELINE);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('combobox', { name: 'Pages of a PDF' }).selectOption('A4, over many');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF', exact: true }).click();
  const pdf = readFileSync(await (await coming).path(), 'latin1');
  expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1);
});

test('findings for people and for trackers', async ({ page }) => {
  await page.goto('/findings?snapshot=example');
  for (const [label, beginning] of [
    ['SARIF', '{\n  "$schema"'],
    ['Markdown', '# Hatstack check'],
    ['CSV', 'severity,certainty,rule'],
    ['Security Hub (ASFF)', '[\n  {\n    "SchemaVersion"'],
    ['JSON', '{\n  "version": 1'],
  ] as const) {
    const { name, text } = await takeByKeyboard(page, label);
    expect(name).toMatch(/^findings-/);
    expect(text.startsWith(beginning), `${label}: ${text.slice(0, 20)}`).toBe(true);
  }
});

test('the security review of the pipeline, and of all of them', async ({ page }) => {
  await page.goto(PIPELINE);
  for (const [label, name, beginning] of [
    ['Security review, HTML', 'security-review-checkout-service.html', '<!DOCTYPE html>'],
    ['Security review, PDF', 'security-review-checkout-service.pdf', '%PDF-'],
  ] as const) {
    const file = await takeByKeyboard(page, label);
    expect(file.name).toBe(name);
    expect(file.text.startsWith(beginning)).toBe(true);
  }
  await page.goto('/?snapshot=example');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByLabel('Pseudonyms instead of names').check();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Security review, HTML' }).click();
  const html = readFileSync(await (await coming).path(), 'utf8');
  expect(html).toContain('Security review of 8 pipelines');
  expect(html).not.toContain('acme');
});

test('the command line writes the same bytes, what is accepted included', async ({ request }) => {
  test.setTimeout(120_000);
  const server = await startOwnServer();
  try {
    const accepted = join(server.home, 'hatstack-accepted.yaml');
    const command = (...args: string[]) =>
      execFileSync(process.execPath, ['bin/hatstack.js', ...args], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
    const check = command('check', 'example', '--format', 'json', '--fail-on', 'unknown');
    const entries = JSON.parse(check).findings.map(
      ({ id }: { id: string }) =>
        `  - finding: ${JSON.stringify(id)}\n    reason: until May\n    author: Ada\n    expires: 2999-12-31\n`,
    );
    writeFileSync(accepted, `accepted:\n${entries.join('')}`);
    const pipeline = ['--pipeline', 'billing-batch'];
    const api = '/api/snapshots/example';
    const asked = 'pipeline=277321100181.us-east-1.billing-batch';
    for (const [args, address] of [
      [[...pipeline, '--format', 'svg'], `${api}/exports/svg?${asked}`],
      [[...pipeline, '--format', 'png', '--theme', 'dark'], `${api}/exports/png?${asked}&theme=dark`],
      [[...pipeline, '--format', 'pdf', '--pen', 'hand'], `${api}/exports/pdf?${asked}&pen=hand`],
      [[...pipeline, '--format', 'drawio', '--redact'], `${api}/exports/drawio?${asked}&redact=1`],
      [['--format', 'svg'], `${api}/exports/svg?map=folded`],
      [[...pipeline, '--format', 'html'], `${api}/review?${asked}&format=html`],
    ] as const) {
      const out = join(server.home, 'by-command');
      command('export', 'example', ...args, '--accepted', accepted, '--out', out);
      const answer = await request.get(`${server.url}${address}`);
      expect((await answer.body()).equals(readFileSync(out)), address).toBe(true);
      if (args.includes('svg')) expect(readFileSync(out, 'utf8')).toContain('Outline: over-broad, accepted');
    }
  } finally {
    await server.stop();
  }
});
