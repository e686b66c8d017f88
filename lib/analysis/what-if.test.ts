import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import {
  allow,
  document,
  HUB,
  keyArn,
  organization,
  role,
  snapshotOf,
  trust,
} from '@/lib/model/snapshot.fixture';
import { whatIfJson } from '@/lib/model/what-if';
import { keyPolicy, PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { Analysis } from './analysis';
import { analyze, analyzeEdited } from './analyze';
import { turnedStates } from './turned-states';
import {
  type PolicyPlace,
  placeTitle,
  readWhatIfText,
  standingOf,
  type WhatIf,
  withEditMade,
  withoutEdit,
} from './what-if';

const KEY: PolicyPlace = { kind: 'key', key: keyArn('us-east-2') };
const TRUST: PolicyPlace = { kind: 'trust', role: PROD_ROLE };
const broken = () => analyze(snapshotOf(workingPipeline({ use2KeyUsers: [PIPELINE_ROLE] })));
const good = keyPolicy([PIPELINE_ROLE, PROD_ROLE]);

function firstOf({ pipelines: [first] }: Analysis) {
  if (first === undefined) throw new Error('no pipeline');
  return first;
}

function made(
  analysis: ReturnType<typeof analyze>,
  ...edits: readonly (readonly [PolicyPlace, Json])[]
): WhatIf {
  let whatIf: WhatIf | null = null;
  for (const [place, document] of edits) whatIf = withEditMade(analysis, whatIf, { place, document });
  if (whatIf === null) throw new Error('no edit is left');
  return whatIf;
}

describe('a what-if', () => {
  it('turns a broken action into one that works, and says so', () => {
    const analysis = broken();
    const { arn } = firstOf(analysis);
    const after = analyzeEdited(analysis, arn, made(analysis, [KEY, good]).edits);
    if (after === null) throw new Error('the pipeline is gone');
    expect(turnedStates(analysis, after, arn)).toEqual([
      { key: 'Prod/Deploy-Prod', before: 'broken', after: 'works', isBetter: true },
    ]);
    expect(turnedStates(after, analysis, arn)[0]).toMatchObject({ isBetter: false });
  });

  it('holds several edits, the last in each place, and none where the text is as it was', () => {
    const analysis = broken();
    const two = made(analysis, [KEY, good], [TRUST, trust({ AWS: PIPELINE_ROLE })], [KEY, keyPolicy([HUB])]);
    expect(two.edits.map(({ place }) => place.kind)).toEqual(['key']);
    const three = made(analysis, [KEY, good], [TRUST, trust({ AWS: HUB })]);
    expect(three.edits).toHaveLength(2);
    expect(withoutEdit(three, TRUST)?.edits).toHaveLength(1);
    expect(withoutEdit(made(analysis, [KEY, good]), KEY)).toBeNull();
    const asBefore = analysis.inventory.roles.get(PROD_ROLE)?.trust ?? null;
    expect(withEditMade(analysis, null, { place: TRUST, document: asBefore })).toBeNull();
  });

  it('tells what it was made from: this text, another, none here, or nothing new', () => {
    const analysis = broken();
    const [edit] = made(analysis, [KEY, good]).edits;
    if (edit === undefined) throw new Error('no edit');
    expect(standingOf(analysis.inventory, edit)).toBe('applies');
    const changed = analyze(snapshotOf(workingPipeline({ use2KeyUsers: [HUB] }))).inventory;
    expect(standingOf(changed, edit)).toBe('stale');
    expect(standingOf(changed, { ...edit, place: { kind: 'key', key: keyArn('eu-west-1') } })).toBe(
      'elsewhere',
    );
    const done = analyze(snapshotOf(workingPipeline({ use2KeyUsers: [PIPELINE_ROLE, PROD_ROLE] }))).inventory;
    expect(standingOf(done, edit)).toBe('nothing');
  });

  it('edits an SCP above every account that it binds', () => {
    const deny = document({
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1'] } },
    });
    const analysis = analyze(snapshotOf(workingPipeline({ extra: organization({ regions: deny }) })));
    const { arn, state } = firstOf(analysis);
    expect(state).toBe('broken');
    const path = analysis.pipelines[0]?.paths.find(({ state: own }) => own === 'broken');
    const policy =
      path?.worst?.needs
        .flatMap(({ decision }) => decision.evidence)
        .find(({ effect }) => effect === 'Deny')
        ?.policy.split('@')[0] ?? '';
    const place: PolicyPlace = { kind: 'guardrail', policy };
    expect(placeTitle(analysis.inventory, place)).toBe('SCP regions');
    const lifted = made(analysis, [place, document({ Effect: 'Deny', Action: 'account:*', Resource: '*' })]);
    expect(standingOf(analysis.inventory, lifted.edits[0] as WhatIf['edits'][number])).toBe('applies');
    expect(analyzeEdited(analysis, arn, lifted.edits)?.pipelines[0]?.state).toBe('works');
    expect(analysis.pipelines[0]?.state).toBe('broken');
  });

  it('silences the finding that it mends, and tells one that it causes', () => {
    const wide = trust({ AWS: `arn:aws:iam::${HUB}:root` });
    const extra = [role(HUB, 'admin', trust({ AWS: PIPELINE_ROLE }), allow('*', '*'))];
    const analysis = analyze(snapshotOf(workingPipeline({ prodTrust: wide, extra })));
    const { arn } = firstOf(analysis);
    const rulesOf = (one: ReturnType<typeof analyzeEdited>) => one?.findings.map(({ id }) => id) ?? [];
    const id = `role-trusts-whole-account ${PROD_ROLE} ${HUB}`;
    expect(rulesOf(analysis)).toContain(id);
    const narrow = analyzeEdited(analysis, arn, made(analysis, [TRUST, trust({ AWS: PIPELINE_ROLE })]).edits);
    expect(rulesOf(narrow)).not.toContain(id);
    expect(narrow?.pipelines[0]?.overBroad).toBe(false);
    const asIs = analyze(snapshotOf(workingPipeline({ extra })));
    expect(rulesOf(asIs)).not.toContain(id);
    expect(rulesOf(analyzeEdited(asIs, arn, made(asIs, [TRUST, wide]).edits))).toContain(id);
  });

  it('judges the whole snapshot as it would be, for a check before anybody changes it', () => {
    const snapshot = snapshotOf(workingPipeline({ use2KeyUsers: [PIPELINE_ROLE] }));
    const { edits } = made(broken(), [KEY, good]);
    expect(analyze(snapshot, {}, edits).pipelines.map(({ state }) => state)).toEqual(['works']);
    expect(analyze(snapshot).pipelines.map(({ state }) => state)).toEqual(['broken']);
  });
});

describe('the file of a what-if', () => {
  const whatIf = made(
    broken(),
    [KEY, good],
    [{ kind: 'inline', owner: PROD_ROLE, name: 'more' }, document(allow('s3:*', '*'))],
  );
  const text = JSON.stringify(whatIfJson(whatIf), null, 2);

  it('says all there is of it', () => {
    expect(readWhatIfText(text)).toEqual({ kind: 'what-if', whatIf });
  });

  const wrong: readonly (readonly [what: string, text: string, said: RegExp])[] = [
    [
      'is no JSON',
      text.replace('"edits":', '"edits"'),
      /^line \d+, column \d+: a `:` is missing after "edits"$/,
    ],
    ['is something else', '{"kind":"hatstack-accepted"}', /^`kind` is not `hatstack-what-if`$/],
    [
      'is of another version',
      text.replace('"version": 1', '"version": 2'),
      /^`version` is not 1: another version/,
    ],
    [
      'has no edits',
      JSON.stringify({ kind: 'hatstack-what-if', version: 1, snapshot: 's', edits: [] }),
      /^`edits` has no edit$/,
    ],
    ['has a place of no kind', text.replace('"kind": "key"', '"kind": "lock"'), /^`edits\.0\.place\.kind`/],
    ['has no ARN', text.replace(/"key": "arn:[^"]+"/, '"key": "k"'), /^`edits\.0\.place\.key` is no ARN$/],
    [
      'has a policy that AWS refuses',
      text.replace('"Allow"', '"Alow"'),
      /^edit 1: `\/Statement\/0\/Effect`: the Effect is neither/,
    ],
  ];
  it.each(wrong)('is refused in one line where it %s', (_, given, said) => {
    const read = readWhatIfText(given);
    expect(read.kind === 'problem' ? read.problem : '').toMatch(said);
  });

  it('without edits judges every pipeline of the example as it is', () => {
    const parsed = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
    if (parsed.kind !== 'snapshot') throw new Error('the example cannot be read');
    const analysis = analyze(parsed.snapshot);
    for (const { arn } of analysis.pipelines) {
      const same = analyzeEdited(analysis, arn, []);
      expect(same?.pipelines[0]?.state).toBe(analysis.pipelines.find((one) => one.arn === arn)?.state);
      expect(same?.findings.map(({ id }) => id)).toEqual(analysis.findings.map(({ id }) => id));
    }
  });
});
