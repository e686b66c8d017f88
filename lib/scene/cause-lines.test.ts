import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { checkReport } from '@/lib/export/check-report';
import { HUB, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import { DEV_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import { causeLines } from './cause-lines';

const linesOf = (analysis: ReturnType<typeof analyze>) => causeLines(analysis, analysis.pipelines);

describe('causeLines', () => {
  it('says nothing where everything works, and nothing where one action is all that is stopped', () => {
    expect(linesOf(analyze(snapshotOf(workingPipeline())))).toEqual([]);
    const prodTrust = trust({ AWS: `arn:aws:iam::${HUB}:role/somebody-else` });
    expect(linesOf(analyze(snapshotOf(workingPipeline({ prodTrust }))))).toEqual([]);
  });

  it('tells how many actions one policy breaks', () => {
    const prod = {
      type: ['Deploy', 'AWS', 'CloudFormation'],
      roleArn: PROD_ROLE,
      region: 'us-east-2',
      inputs: ['source'],
      configuration: { ActionMode: 'CREATE_UPDATE', StackName: 'shop', TemplatePath: 'source::t.json' },
    } as const;
    const more = { More: [{ ...prod, name: 'Deploy-Cart' }], Last: [{ ...prod, name: 'Deploy-Till' }] };
    const analysis = analyze(snapshotOf(workingPipeline({ use2KeyUsers: [DEV_ROLE], more })));
    expect(linesOf(analysis)).toEqual([
      '',
      'By cause',
      `  the key policy of artifacts-us-east-2 in ${HUB} breaks 3 actions of 1 pipeline: shop`,
    ]);
    const { causes } = checkReport(analysis, analysis.pipelines);
    expect(causes).toMatchObject([{ state: 'broken', actions: 3, pipelines: ['shop'] }]);
  });

  it('counts each action that is stopped once', () => {
    const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
    const { causes, pipelines } = checkReport(analysis, analysis.pipelines);
    for (const state of ['broken', 'unknown', 'depends'] as const) {
      const told = causes.filter((one) => one.state === state).reduce((sum, one) => sum + one.actions, 0);
      const actions = pipelines.flatMap((one) => one.actions).filter((one) => one.state === state);
      expect(told).toBe(actions.length);
    }
  });
});
