import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { actionKey, actionTrail } from './action-trail';
import { explainText } from './check-text';
import { ticketText } from './ticket-text';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));

describe('the text for a ticket', () => {
  it('is what `explain` says of every action, under a head that names where it is', () => {
    for (const judged of analysis.pipelines)
      for (const path of judged.paths) {
        const trail = actionTrail(analysis, judged.arn, actionKey(path));
        if (trail === null) throw new Error('an action of the example has no trail');
        const text = ticketText({ pipeline: judged.arn, snapshot: analysis.snapshot }, trail);
        const words = explainText(analysis, judged.arn, actionKey(path)) ?? [];
        expect(text.endsWith(words.join('\n').trimEnd())).toBe(true);
        expect(text).toContain(judged.arn);
      }
  });

  it('names pipeline, action, account and verdict, and whose account adds which statement', () => {
    const judged = analysis.pipelines.find(({ arn }) => arn.endsWith(':checkout-service'));
    const path = judged?.paths.find(({ state }) => state === 'broken');
    const trail = judged && path ? actionTrail(analysis, judged.arn, actionKey(path)) : null;
    if (!judged || trail === null) throw new Error('the example has its broken action');
    const text = ticketText({ pipeline: judged.arn, snapshot: analysis.snapshot }, trail);
    const [first, second, third, fourth] = text.split('\n');
    expect(first).toMatch(/^Pipeline: checkout-service \(arn:aws:codepipeline:/);
    expect(second).toMatch(/^Action: Prod\/Deploy-Prod-use2, /);
    expect(third).toBe('Account: acme-prod, us-east-2');
    expect(fourth).toBe('Verdict: broken');
    expect(text).toMatch(/\nWhat to change\n {2}in acme-tools: /);
    expect(text).toContain('"Action": "kms:Decrypt"');
    expect(text).toContain('acme-prod changes nothing');
  });
});
