// Wildcards against a slow reference, and the vectors that AWS's pages give.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { relatePattern } from './pattern-relation';
import { textClasses } from './text-classes';
import { matchesAnyOrder, matchesPattern, matchesWildcard, ONE, STAR, toPattern } from './wildcard';

// Many requests on a machine that others use as well.
vi.setConfig({ testTimeout: 120_000 });

/** Matches by trying everything. */
function slowly(pattern: string, value: string): boolean {
  if (pattern === '') return value === '';
  if (pattern[0] === '*')
    return slowly(pattern.slice(1), value) || (value !== '' && slowly(pattern, value.slice(1)));
  return (
    value !== '' &&
    (pattern[0] === '?' || pattern[0] === value[0]) &&
    slowly(pattern.slice(1), value.slice(1))
  );
}

const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', ':', '.', '[', 'é'), maxLength: 8 });
const values = fc.string({ unit: fc.constantFrom('a', 'b', '*', ':', '.', '[', 'é'), maxLength: 8 });
const RUNS = { numRuns: 3000, seed: 20261124 };

describe('matchesWildcard', () => {
  it.each([
    ['a * takes any run, also an empty one', 'a*b', 'ab', true],
    ['a * takes slashes and colons', 'a*b', 'a/:/b', true],
    ['a ? takes exactly one', 'a?b', 'ab', false],
    ['case counts', 'A', 'a', false],
    ['the whole value must match', 'a', 'aa', false],
    ['nothing else is special', 'a.[b]', 'axb', false],
    ['no half of an emoji is a wildcard', '\u{1F400}', '\u{1F401}', false],
  ])('%s', (_name, pattern, value, expected) => {
    expect(matchesWildcard(pattern, value)).toBe(expected);
  });

  it('agrees with trying everything', () => {
    fc.assert(
      fc.property(patterns, values, (pattern, value) => {
        expect(matchesWildcard(pattern, value)).toBe(slowly(pattern, value));
        expect(matchesAnyOrder(toPattern(pattern), value)).toBe(slowly(pattern, value));
      }),
      RUNS,
    );
  });
});

describe('relatePattern', () => {
  it('says of all texts what holds for each', () => {
    fc.assert(
      fc.property(patterns, patterns, values, values, (pattern, subject, first, second) => {
        const related = relatePattern(toPattern(pattern), toPattern(subject).replaceAll(ONE, 'a'));
        const texts = [first, second, ''].map((filling) =>
          subject.replaceAll('*', filling).replaceAll('?', 'a'),
        );
        for (const text of texts) {
          if (related === 'yes') expect(matchesWildcard(pattern, text)).toBe(true);
          if (related === 'no') expect(matchesWildcard(pattern, text)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

describe('textClasses', () => {
  it('has a text of every kind that some text shows', () => {
    fc.assert(
      fc.property(
        fc.array(patterns, { maxLength: 3 }),
        fc.array(values, { maxLength: 6 }),
        (globs, texts) => {
          const compared = globs.map((glob) => ({ pattern: toPattern(glob), isFolded: false }));
          const classes = textClasses(compared, STAR);
          const kind = (text: string) => globs.map((glob) => slowly(glob, text)).join();
          const kinds = new Set(classes.texts.map(kind));
          expect(classes.isComplete).toBe(true);
          for (const text of texts) expect(kinds).toContain(kind(text));
        },
      ),
      { ...RUNS, numRuns: 300 },
    );
  });

  it('compares ignoring case where asked', () => {
    const classes = textClasses(
      [
        { pattern: 'a', isFolded: true },
        { pattern: 'a', isFolded: false },
      ],
      STAR,
    );
    expect(classes.texts).toContain('A');
  });

  it('stays within what is given', () => {
    const classes = textClasses([{ pattern: toPattern('ab*'), isFolded: false }], toPattern('a*'));
    expect(classes.texts.every((text) => matchesPattern(toPattern('a*'), text))).toBe(true);
    expect(classes.texts).toHaveLength(2);
  });
});
