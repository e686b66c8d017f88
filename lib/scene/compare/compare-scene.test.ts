// The one graph of two snapshots: what is new, gone and different is drawn, and says so.
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { compare } from '@/lib/compare/compare';
import { HUB, snapshotOf } from '@/lib/model/snapshot.fixture';
import { type Changes, DEV_ROLE, PIPELINE_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import type { Scene } from '../scene';
import { compareScene } from './compare-scene';

const SHOP = `arn:aws:codepipeline:us-east-1:${HUB}:shop`;

function drawn(before: Changes, after: Changes): Scene {
  const [was, is] = [before, after].map((changes) => analyze(snapshotOf(workingPipeline(changes))));
  const scene = was && is ? compareScene(was, is, compare(was, is), SHOP) : null;
  if (scene === null) throw new Error('no drawing');
  return scene;
}

const card = (scene: Scene, opens: string) => scene.boxes.find((box) => box.opens === opens);
const textsOf = (scene: Scene, opens: string) =>
  card(scene, opens)?.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])) ?? [];
const legend = (scene: Scene) => scene.legend.map(({ id }) => id).filter((id) => id.startsWith('compare-'));
const signed = (scene: Scene, word: string) =>
  scene.lines.filter(({ label }) => label.startsWith(`${word}: `));

const more = { Verify: [{ name: 'Wait', type: ['Approval', 'AWS', 'Manual'] as const }] };

describe('the graph of both', () => {
  it('says of an action what it was and is, and marks the edge and the key', () => {
    const scene = drawn({}, { use2KeyUsers: [DEV_ROLE] });
    expect(textsOf(scene, 'Prod/Deploy-Prod')).toContain('works → broken');
    expect(signed(scene, 'changed').map(({ kind }) => kind)).toContain('crypt');
    const key = scene.boxes.find(({ kind, label }) => kind === 'key' && label.startsWith('changed: '));
    expect(key?.opacity).toBe(1);
    expect(legend(scene)).toEqual(['compare-changed']);
    expect(card(scene, 'Dev/Deploy-Dev')?.opacity).toBeLessThan(1);
  });

  it('draws what is new in the place where it is', () => {
    const scene = drawn({}, { more });
    expect(textsOf(scene, 'Verify/Wait')).toContain('added');
    expect(legend(scene)).toContain('compare-added');
  });

  it('still draws what is gone, dashed and struck', () => {
    const scene = drawn({ more }, {});
    expect(textsOf(scene, 'Verify/Wait')).toContain('removed');
    expect(card(scene, 'Verify/Wait')?.parts.some((part) => 'dash' in part && part.dash === '6 4')).toBe(
      true,
    );
    expect(scene.boxes.some(({ id }) => id === 'stage:Verify')).toBe(true);
  });

  it('draws an edge that is gone as gone, and the one in its place as new', () => {
    const scene = drawn({}, { prodAction: { roleArn: PIPELINE_ROLE } });
    expect(signed(scene, 'removed').length).toBeGreaterThan(0);
    for (const { parts } of signed(scene, 'removed'))
      expect(
        parts.every((part) => part.kind !== 'path' || part.stroke === undefined || part.dash === '2 5'),
      ).toBe(true);
  });

  it('marks nothing where nothing differs', () => {
    const scene = drawn({}, {});
    expect(legend(scene)).toEqual([]);
    expect([...signed(scene, 'added'), ...signed(scene, 'removed'), ...signed(scene, 'changed')]).toEqual([]);
  });

  it('is of one side where the other has no such pipeline', () => {
    const [was, is] = [{}, { name: 'store' }].map((changes) => analyze(snapshotOf(workingPipeline(changes))));
    const scene = was && is ? compareScene(was, is, compare(was, is), SHOP) : null;
    expect(
      scene?.boxes
        .filter(({ shape }) => shape === 'card')
        .every(({ label }) => label.startsWith('removed: ')),
    ).toBe(true);
    expect(was && is ? compareScene(was, is, compare(was, is), `${SHOP}x`) : undefined).toBeNull();
  });

  it('is the same every time', () => {
    const changes = { use2KeyUsers: [DEV_ROLE] };
    expect(drawn({}, changes)).toEqual(drawn({}, changes));
  });
});
