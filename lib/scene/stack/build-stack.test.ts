// The climb of one action: hats in order, who lets them climb, the call-back, and the gap where it fails.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { actionKey } from '../action-trail';
import type { Box, Scene } from '../scene';
import { textWidth } from '../text-metrics';
import { buildStack } from './build-stack';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
const arnOf = (name: string): string =>
  analysis.pipelines.find((one) => one.arn.endsWith(`:${name}`))?.arn ?? '';

function stackOf(pipeline: string, action: string): Scene {
  const stack = buildStack(analysis, arnOf(pipeline), action);
  if (stack === null) throw new Error(`no stack of ${action}`);
  return stack;
}

const hatsOf = (scene: Scene): readonly string[] =>
  scene.boxes.filter((box) => box.id.startsWith('hat:')).map((box) => box.label);
const box = (scene: Scene, id: string): Box | undefined => scene.boxes.find((one) => one.id === id);

describe('a deployment into another account', () => {
  const scene = stackOf('checkout-service', 'Prod/Deploy-Prod-use2');

  it('is two hats on one another, the pipeline role below', () => {
    expect(scene.title).toBe('Deploy-Prod-use2 wears two hats, then reaches back down');
    expect(hatsOf(scene)).toEqual([
      'checkout-service-pipeline, pipeline role in acme-tools',
      'checkout-service-deploy, action role in acme-prod',
    ]);
  });
  it('says both halves of what let it climb', () => {
    expect(box(scene, 'hop:3')?.label).toBe(
      'Hop 3, onto checkout-service-deploy: works. acme-tools says yes: identity policy, statement 4. acme-prod says yes: trust policy, statement 1. Two accounts: both must say yes.',
    );
    expect(box(scene, 'hop:1')?.label).toContain('One account decides.');
  });
  it('reaches back to the store and key of the action’s region, and shows which side refuses', () => {
    const decrypts = scene.lines.find((line) => line.kind === 'decrypts');
    expect(decrypts?.state).toBe('broken');
    expect(decrypts?.ring?.halves).toEqual(['works', 'broken']);
    expect(decrypts?.parts.some((part) => 'stroke' in part && part.stroke === 'broken')).toBe(true);
    expect(scene.boxes.filter((one) => one.id.startsWith('reached:')).map((one) => one.label)).toEqual([
      'artifacts-use2, key in acme-tools, us-east-2',
      'acme-artifacts-use2, store in acme-tools, us-east-2',
    ]);
  });
  it('hands one hat on, which is not part of the stack', () => {
    expect(box(scene, 'hop:7')?.label).toContain('Passes checkout-service-cfn');
    expect(scene.boxes.some((one) => one.label.includes('handed to CloudFormation'))).toBe(true);
  });
});

it('a hat that cannot be put on hangs in the air', () => {
  const scene = stackOf('gift-cards', 'Staging/Deploy-Staging');
  expect(scene.title).toBe('Deploy-Staging cannot put on gift-cards-deploy of acme-staging');
  const [below, above] = scene.boxes.filter((one) => one.id.startsWith('hat:'));
  expect((below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0))).toBeGreaterThan(24);
  expect(scene.texts).toContainEqual(expect.objectContaining({ text: 'cannot climb' }));
});

it('what CodeBuild does is said of the role that CodeBuild wears', () => {
  const scene = stackOf('loyalty-api', 'Build/Build');
  expect(scene.texts).toContainEqual(
    expect.objectContaining({ text: 'loyalty-api-build, put on by CodeBuild' }),
  );
});

it('an over-broad hat has a wide yellow brim and says how many can put it on', () => {
  const scene = stackOf('billing-batch', 'Prod/Deploy-Prod');
  const wide = scene.boxes.find((one) => one.id.startsWith('hat:') && one.overBroad);
  expect(wide?.width).toBeGreaterThan(300);
  expect(wide?.parts).toContainEqual(expect.objectContaining({ text: '11 can put it on' }));
});

it('an action that needs no hat has a bare head', () => {
  const scene = stackOf('checkout-service', 'Approve/Approve-Release');
  expect(scene.title).toBe('Approve-Release wears no hat');
  expect(hatsOf(scene)).toEqual([]);
});

it('there is none of an action that does not exist', () => {
  expect(buildStack(analysis, arnOf('checkout-service'), 'No/Such')).toBeNull();
  expect(buildStack(analysis, 'arn:aws:codepipeline:us-east-1:111111111111:none', 'No/Such')).toBeNull();
});

const ALL = analysis.pipelines.flatMap((pipeline) =>
  pipeline.paths.map((path) => [pipeline.arn.split(':').at(-1) ?? '', actionKey(path), path] as const),
);

it.each(ALL)(
  '%s, %s: every hop is told once, nothing is cut, boxes of one column are apart',
  (pipeline, key, path) => {
    const scene = stackOf(pipeline, key);
    const told = new Set(
      scene.boxes.flatMap((one) => (one.id.startsWith('hop:') ? [Number.parseInt(one.id.slice(4), 10)] : [])),
    );
    expect([...told].sort((a, b) => a - b)).toEqual(path.hops.map((_, index) => index + 1));
    expect(new Set(scene.boxes.map(({ id }) => id)).size).toBe(scene.boxes.length);
    const columns = scene.boxes.filter(
      (one) => one.kind === 'climb' || one.kind === 'deed' || one.id.startsWith('reached:'),
    );
    for (const [i, a] of columns.entries())
      for (const b of columns.slice(i + 1))
        if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
          expect.fail(`${a.id} lies on ${b.id}`);
    for (const one of scene.boxes) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(scene.width);
      expect(one.y + one.height).toBeLessThanOrEqual(scene.height);
      for (const part of one.kind === 'deed' || one.kind === 'climb' ? one.parts : [])
        if (
          part.kind === 'text' &&
          part.x + textWidth(part.text, part.font, part.size, part.weight) > one.width
        )
          expect.fail(`\`${part.text}\` does not fit into ${one.id}`);
    }
  },
);
