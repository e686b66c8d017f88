// The register of everything that can go wrong: each entry is seen where it is, not where it is not, and never made up.
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed, type DetectedEntry } from './entry.fixture';
import { FAILURE_MODES } from './ids.fixture';
import { look } from './look.fixture';
import { MADE_BELOW, notDetectedTables } from './not-detected-document.fixture';
import { NOT_YET } from './not-yet.fixture';
import { DETECTED, NOT_DETECTED, REGISTER, SHOWN_ELSEWHERE } from './register.fixture';

const isWarning = ({ as }: DetectedEntry) =>
  (as.kind === 'need' && as.isOptional === true) || (as.kind === 'fault' && as.isWarning === true);

describe.each(DETECTED.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  it('is seen where it is', () => {
    const seen = look(entry.fires, entry);
    expect(seen, seen.answer).toMatchObject({ isDetected: true });
    if (entry.as.kind === 'finding') return;
    if (isWarning(entry)) expect(seen.state, 'a warning breaks nothing').toBe('works');
    else expect(seen.state, seen.answer).toBe(stateExpected(entry));
    if (entry.as.says !== undefined) expect(seen.answer).toMatch(entry.as.says);
  });

  it('is not seen where it is not', () => {
    const seen = look(entry.silent ?? changed(), entry);
    expect(seen, seen.answer).toMatchObject({ isDetected: false, isOpen: false });
    if (entry.as.kind !== 'finding') expect(seen.state, seen.answer).toBe('works');
  });

  if ('never' in entry.cannotTell) return;
  const snapshot = entry.cannotTell;
  it('cannot be told where the call that would tell was refused', () => {
    const seen = look(snapshot, entry);
    expect(seen, seen.answer).toMatchObject({ isDetected: false, isOpen: true });
    if (entry.as.kind !== 'finding' && !isWarning(entry)) expect(seen.state, seen.answer).toBe('unknown');
  });
});

function stateExpected({ as }: DetectedEntry) {
  const verdict = as.kind === 'need' ? (as.verdict ?? 'denied') : 'denied';
  return verdict === 'denied' ? 'broken' : verdict;
}

describe.each(SHOWN_ELSEWHERE.map((entry) => [entry.id, entry] as const))('%s', (_, { as }) => {
  it('is shown by the test that it names', () => {
    const text = readFileSync(as.test, 'utf8');
    for (const title of [as.fires, as.silent, as.cannotTell]) expect(text).toContain(title);
  });
});

describe('the register', () => {
  const known: readonly string[] = Object.values(FAILURE_MODES).flat();
  const spoken = REGISTER.flatMap(({ id }) => id ?? []);
  const notYet = Object.values(NOT_YET).flat();

  it('speaks of every failure that we know, once, and of no other', () => {
    expect(known).toHaveLength(155);
    expect([...spoken, ...notYet].sort()).toEqual([...known].sort());
  });

  it('has a sentence and a source for each', () => {
    for (const { id, what, sources } of REGISTER) {
      expect(what, `${id}`).toMatch(/^[^|\n]{15,240}$/);
      for (const source of sources) expect(source).toMatch(/^https:\/\//);
      if (id !== null) expect(sources.length, id).toBeGreaterThan(0);
    }
  });

  it('is what docs/not-detected.md tells', () => {
    const file = 'docs/not-detected.md';
    const [introduction = ''] = readFileSync(file, 'utf8').split(MADE_BELOW);
    const document = introduction + notDetectedTables(NOT_DETECTED);
    if (process.env.GOLDEN === 'write') writeFileSync(file, document);
    expect(document).toBe(readFileSync(file, 'utf8'));
  });
});
