import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAttempts } from './attempts';
import { localPath } from './local-path';
import { hashOf, isSecretOf, newSecret } from './secret';
import { createSessions } from './sessions';

const ana = { name: 'ana@acme.example', role: 'viewer' } as const;
const rules = { idleMs: 100, absoluteMs: 1000 };

describe('a session', () => {
  it('is known by its id, and by nothing else', () => {
    const sessions = createSessions(rules);
    const id = sessions.open(ana, 0);
    expect(sessions.use(id, 1)).toEqual(ana);
    for (const other of ['', 'x', id.slice(1), hashOf(id)]) expect(sessions.use(other, 1)).toBeNull();
  });

  it('ends when nobody uses it', () => {
    const sessions = createSessions(rules);
    const id = sessions.open(ana, 0);
    expect(sessions.use(id, 99)).toEqual(ana);
    expect(sessions.use(id, 198)).toEqual(ana);
    expect(sessions.use(id, 298)).toBeNull();
    expect(sessions.use(id, 299)).toBeNull();
  });

  it('ends after its longest time, however much it is used', () => {
    const sessions = createSessions(rules);
    const id = sessions.open(ana, 0);
    for (let now = 50; now < 1000; now += 50) expect(sessions.use(id, now)).toEqual(ana);
    expect(sessions.use(id, 1000)).toBeNull();
  });

  it('ends by signing out, and only that one', () => {
    const sessions = createSessions(rules);
    const [one, other] = [sessions.open(ana, 0), sessions.open(ana, 0)];
    expect(sessions.close(one)).toEqual(ana);
    expect(sessions.close(one)).toBeNull();
    expect([sessions.use(one, 1), sessions.use(other, 1)]).toEqual([null, ana]);
  });

  it('is never open past either end, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 40 }), (waits) => {
        const sessions = createSessions(rules);
        const id = sessions.open(ana, 0);
        let [now, usedAt, isOpen] = [0, 0, true];
        for (const wait of waits) {
          now += wait;
          isOpen &&= now - usedAt < rules.idleMs && now < rules.absoluteMs;
          expect(sessions.use(id, now) !== null).toBe(isOpen);
          usedAt = now;
        }
      }),
    );
  });
});

describe('a secret', () => {
  it('is long, new each time, and recognised by its hash', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(isSecretOf(one, hashOf(one))).toBe(true);
    expect(isSecretOf(other, hashOf(one))).toBe(false);
    expect(isSecretOf(one, '')).toBe(false);
    expect(isSecretOf(hashOf(one), hashOf(one))).toBe(false);
  });
});

describe('wrong attempts', () => {
  const limits = { perAddress: 3, together: 5, withinMs: 100 };

  it('are limited for an address and for all of them, and forgotten with time', () => {
    const attempts = createAttempts(limits);
    for (const now of [0, 1, 2]) attempts.wasWrong('a', now);
    expect([attempts.mayTry('a', 3), attempts.mayTry('b', 3)]).toEqual([false, true]);
    for (const now of [4, 5]) attempts.wasWrong('b', now);
    expect(attempts.mayTry('c', 6)).toBe(false);
    expect([attempts.mayTry('c', 100), attempts.mayTry('a', 100), attempts.mayTry('a', 102)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('where to go on to', () => {
  it.each([
    ['/pipelines?snapshot=example', '/pipelines?snapshot=example'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/..//evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/api/session/end', '/'],
    ['', '/'],
    [null, '/'],
  ])('%s leads to %s', (text, expected) => expect(localPath(text)).toBe(expected));

  it('is a page of this server whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const url = new URL(localPath(`/${text}`), 'http://a.example');
        expect(url.origin).toBe('http://a.example');
      }),
    );
  });
});
