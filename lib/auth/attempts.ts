// How often somebody may be wrong: a few times from one address, and not much more from all of them together.

export interface Attempts {
  /** Whether another try is let through. `now` in ms since 1970. */
  mayTry(address: string, now: number): boolean;
  /** Remembers one that was wrong. */
  wasWrong(address: string, now: number): void;
}

export interface AttemptRules {
  readonly perAddress: number;
  /** Addresses can be made up where no proxy stands in front, so all of them together have a limit as well. */
  readonly together: number;
  readonly withinMs: number;
}

export const ATTEMPT_RULES: AttemptRules = { perAddress: 10, together: 100, withinMs: 15 * 60_000 };

/** Wrong attempts in memory, forgotten after `withinMs`. Reads no clock. Never throws. */
export function createAttempts(rules: AttemptRules): Attempts {
  let wrong: readonly { readonly address: string; readonly at: number }[] = [];
  const recent = (now: number) => wrong.filter(({ at }) => now - at < rules.withinMs);
  return {
    mayTry(address, now) {
      wrong = recent(now);
      const fromHere = wrong.filter((one) => one.address === address).length;
      return fromHere < rules.perAddress && wrong.length < rules.together;
    },
    wasWrong(address, now) {
      wrong = [...recent(now), { address, at: now }];
    },
  };
}
