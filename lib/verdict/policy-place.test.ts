import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { documentAt, withEdits } from '@/lib/model/overlay';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { PolicySource } from './judgement';
import { placeOfPolicy, policyInPlace } from './policy-place';
import { policyId } from './policy-shelf';

const ROLE = 'arn:aws:iam::111111111111:role/ci/deploy';
const SCP = 'arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-1';

describe('placeOfPolicy', () => {
  it.each([
    [policyId.inline(ROLE, 'a+b=c,d.e@f-g'), { kind: 'inline', owner: ROLE, name: 'a+b=c,d.e@f-g' }],
    [policyId.trust(ROLE), { kind: 'trust', role: ROLE }],
    [
      policyId.managed('arn:aws:iam::111111111111:policy/x/y'),
      { kind: 'managed', policy: 'arn:aws:iam::111111111111:policy/x/y' },
    ],
    [
      policyId.boundary('arn:aws:iam::111111111111:policy/b'),
      { kind: 'managed', policy: 'arn:aws:iam::111111111111:policy/b' },
    ],
    [policyId.resource('arn:aws:s3:::b'), { kind: 'bucket', bucket: 'arn:aws:s3:::b' }],
    [
      policyId.resource('arn:aws:kms:us-east-1:1:key/k'),
      { kind: 'key', key: 'arn:aws:kms:us-east-1:1:key/k' },
    ],
    [
      policyId.resource('arn:aws:sns:us-east-1:1:t'),
      { kind: 'resource', resource: 'arn:aws:sns:us-east-1:1:t' },
    ],
    [policyId.guardrail('r-1', SCP), { kind: 'guardrail', policy: SCP }],
    // What AWS keeps, and what was not read.
    [policyId.managed('arn:aws:iam::aws:policy/AdministratorAccess'), null],
    [
      policyId.guardrail('r-1', 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess'),
      null,
    ],
    [policyId.identity(ROLE), null],
    [policyId.boundary(ROLE), null],
    [policyId.guardrails('scp', '111111111111'), null],
  ])('of %s', (id, place) => {
    const found = placeOfPolicy(id);
    expect(found).toEqual(place);
    if (found !== null) expect(placeOfPolicy(policyInPlace(found))).toEqual(found);
  });

  it('leads from every policy that took part in the example to its text, and an edit there takes its place', () => {
    const parsed = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
    if (parsed.kind !== 'snapshot') throw new Error('the example cannot be read');
    const { inventory, pipelines } = analyze(parsed.snapshot);
    const sources = new Map<string, PolicySource>();
    for (const { paths } of pipelines)
      for (const { hops } of paths)
        for (const { needs } of hops)
          for (const need of needs) for (const [id, source] of need.sources()) sources.set(id, source);
    const kinds = new Set<string>();
    for (const { id, document } of sources.values()) {
      const place = placeOfPolicy(id);
      if (place === null) continue;
      kinds.add(place.kind);
      expect(documentAt(inventory, place), id).toEqual(document);
      const edited = withEdits(inventory, [{ place, document: { Statement: [] } }]);
      expect(documentAt(edited, place), id).toEqual({ Statement: [] });
      expect(documentAt(inventory, place), id).toEqual(document);
    }
    expect([...kinds].sort()).toEqual(['bucket', 'guardrail', 'inline', 'key', 'trust']);
  });
});
