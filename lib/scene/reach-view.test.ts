import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { allow, HUB, PROD, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { reachEnd } from './reach-ends';
import { fromText, toText } from './reach-text';
import { judgedFor, reachView } from './reach-view';
import { trustDoors } from './trust-doors';
import { plain } from './words';

const developer = role(
  HUB,
  'developer',
  trust({ Service: 'ec2.amazonaws.com' }),
  allow(['codepipeline:UpdatePipeline', 'iam:PassRole'], '*'),
);

function judged(changes: Parameters<typeof workingPipeline>[0] = { extra: [developer] }) {
  return judgedFor(analyze(snapshotOf(workingPipeline(changes))), policyShelf());
}

describe('what is reached, in words', () => {
  it('counts, and words every step with the statements of both halves', () => {
    const all = judged();
    const end = reachEnd(all, `${HUB}.developer`);
    const view = reachView(all, end, end);
    expect(plain(view.fromHere)).toBe(
      '5 hats in 3 accounts, 1 pipeline, 3 buckets and 2 keys. Of the hats, 0 for certain, 3 by changing something first, 2 depend on the request.',
    );
    const prod = view.hats.flatMap(({ rows }) => rows).find(({ id }) => id === PROD_ROLE);
    expect(prod?.steps.map(({ sentence }) => plain(sentence))).toEqual([
      `${HUB}/developer could rewrite the pipeline shop, which runs as ${HUB}/shop-pipeline`,
      `${HUB}/shop-pipeline puts on ${PROD}/deploy`,
    ]);
    expect(prod?.steps[1]?.halves.map(({ side, title }) => [side, title])).toEqual([
      ['the other side lets it', 'Trust policy of deploy, statement 1'],
      ['its own side lets it', 'Inline policy inline of shop-pipeline, statement 1'],
    ]);
    expect(prod?.steps[1]?.halves.every(({ lines }) => lines.length > 0)).toBe(true);
    expect(plain(view.whoGetsHere)).toBe('1 principal comes to it: 1 for certain.');
  });

  it('prints the same on the command line, and says what is not followed', () => {
    const all = judged();
    const end = reachEnd(all, PROD_ROLE);
    const view = reachView(all, end, end);
    const text = [...fromText('here', view), ...toText('here', view)].join('\n');
    expect(text).toContain(`${HUB}/developer: could, by a change`);
    expect(text).toContain('could rewrite the pipeline shop');
    expect(text).toContain('Not followed: instances of EC2');
  });

  it('sends a step that two chains share but once', () => {
    const all = judged();
    const end = reachEnd(all, `${HUB}.developer`);
    const rows = reachView(all, end, null).hats.flatMap((group) => group.rows);
    const firsts = new Set(rows.map(({ steps }) => steps[0]));
    expect(rows.length).toBe(5);
    expect(firsts.size).toBe(1);
  });
});

describe('whom a reader means', () => {
  it.each([
    [PIPELINE_ROLE, 'role'],
    [`${PROD}.deploy`, 'role'],
    [PROD, 'account'],
    ['999999999999', 'account'],
    ['ec2.amazonaws.com', 'other'],
  ])('by %s is a %s', (text, kind) => {
    expect(reachEnd(judged(), text)?.kind).toBe(kind);
  });

  it('is nobody where the snapshot holds nothing of it', () => {
    expect(reachEnd(judged(), 'arn:aws:iam::111111111111:role/none')).toBeNull();
    expect(reachEnd(judged(), 'none')).toBeNull();
  });
});

describe('the doors of a hat', () => {
  it('say of every statement whom it lets in', () => {
    const all = judged();
    const found = all.inventory.roles.get(PROD_ROLE);
    if (found === undefined) throw new Error('no role');
    expect(trustDoors(all, found)).toMatchObject([
      {
        number: 1,
        says: 'lets in 1 principal, by nothing else',
        letsIn: [{ name: `${HUB}/shop-pipeline`, state: 'works', isAlone: true }],
      },
    ]);
  });
});
