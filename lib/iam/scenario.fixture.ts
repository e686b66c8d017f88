// The scenarios of the folder beside: read, merged with their cases, and checked against a decider.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '@/lib/base/json';
import type { Decision, Undetermined } from './decision';

export interface Expectation {
  readonly verdict: Decision['verdict'];
  readonly by?: string;
  /** `policy#statement` of each. */
  readonly evidence?: readonly string[];
  readonly undetermined?: readonly string[];
  /** A part of one of the caveats. */
  readonly caveat?: string;
}

export interface Case {
  readonly name: string;
  readonly request: JsonObject;
  readonly expect: Expectation;
}

interface Written {
  readonly why: string;
  readonly source: string;
  readonly request: JsonObject;
  readonly policies: JsonObject;
  readonly expect?: Expectation;
  readonly cases?: readonly Variation[];
}

interface Variation {
  readonly name: string;
  readonly request?: JsonObject;
  readonly policies?: JsonObject;
  readonly expect: Expectation;
}

export interface ScenarioFile {
  /** Its path under `scenarios/`. */
  readonly path: string;
  readonly why: string;
  readonly source: string;
  readonly cases: readonly Case[];
}

const FOLDER = fileURLToPath(new URL('./scenarios', import.meta.url));

/** Every scenario file, sorted by path. A case's request and policies are laid over those of its file, field by field. */
export function scenarioFiles(): readonly ScenarioFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => {
      const written = JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as Written;
      const own: readonly Variation[] = written.expect
        ? [{ name: 'as written', expect: written.expect }]
        : [];
      const cases = [...own, ...(written.cases ?? [])].map((one) => ({
        name: one.name,
        expect: one.expect,
        request: mergedRequest(written, one),
      }));
      return { path, why: written.why, source: written.source, cases };
    });
}

function mergedRequest(written: Written, one: Variation): JsonObject {
  const context = { ...(written.request.context as JsonObject), ...(one.request?.context as JsonObject) };
  return {
    ...written.request,
    ...one.request,
    context,
    policies: { ...written.policies, ...one.policies },
  };
}

/** A decision in the words of an expectation, as far as the expectation speaks of it. */
export function asExpected(decision: Decision, expected: Expectation): Expectation {
  return {
    verdict: decision.verdict,
    ...(expected.by === undefined ? {} : { by: decision.by }),
    ...(expected.evidence === undefined
      ? {}
      : { evidence: decision.evidence.map((one) => `${one.policy}#${one.statement}`) }),
    ...(expected.undetermined === undefined
      ? {}
      : { undetermined: decision.undetermined.map(undeterminedText) }),
    ...(expected.caveat === undefined
      ? {}
      : {
          caveat: decision.caveats.some((caveat) => caveat.includes(expected.caveat ?? ''))
            ? expected.caveat
            : decision.caveats.join('; '),
        }),
  };
}

function undeterminedText(one: Undetermined): string {
  switch (one.kind) {
    case 'key':
      return one.key;
    case 'policy':
      return one.policy;
    case 'resource':
      return 'resource';
    case 'rule':
      return one.rule;
  }
}
