import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { ask } from './ask';
import { askExamples } from './ask-examples';
import { plain } from './words';

const raw = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
const analysis = analyze(raw);
const examples = askExamples(analysis);

describe('the questions to begin with', () => {
  it('are of this snapshot, worst first', () => {
    expect(examples.map(({ about }) => about)).toEqual([
      'Why checkout-service is broken',
      expect.stringMatching(/^What .* depends on$/),
      expect.stringMatching(/^What lets .* through$/),
    ]);
    expect(plain(examples[0]?.question ?? [])).toBe(
      'Can acme-prod’s checkout-service-deploy do kms:Decrypt on artifacts-use2?',
    );
  });

  it('are answered as the paths that they come from', () => {
    const answers = examples.map(({ fields }) => ask(analysis, policyShelf(), fields));
    expect(answers.map((one) => (one.kind === 'answer' ? one.state : one.kind))).toEqual([
      'broken',
      'depends',
      'works',
    ]);
  });

  it('are none where there is no pipeline', () => {
    expect(askExamples(analyze({ ...raw, facts: [] }))).toEqual([]);
  });
});
