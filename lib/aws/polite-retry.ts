// Makes a throttled call again: slower and slower, spread by chance, and together with all others of its place.
import { AdaptiveRetryStrategy } from '@smithy/util-retry';
import type { CallCounts } from './call-counts';

type Acquire = AdaptiveRetryStrategy['acquireInitialRetryToken'];
type Refresh = AdaptiveRetryStrategy['refreshRetryTokenForRetry'];

/** The SDK's adaptive strategy, which keeps one rate for all calls that share it and draws each delay at random below a limit
 *  that doubles; what it does is counted.
 *  @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html (read 2026-11-27) */
export class PoliteRetry extends AdaptiveRetryStrategy {
  readonly #counts: CallCounts;
  #wasThrottled = false;

  /** Whether it has a rate to remember: one that nobody throttled is as good as new. */
  get wasThrottled(): boolean {
    return this.#wasThrottled;
  }

  constructor(attempts: number, counts: CallCounts) {
    super(async () => attempts);
    this.#counts = counts;
  }

  override acquireInitialRetryToken(...given: Parameters<Acquire>): ReturnType<Acquire> {
    return this.#counts.whileHeldBack(super.acquireInitialRetryToken(...given));
  }

  override refreshRetryTokenForRetry(...given: Parameters<Refresh>): ReturnType<Refresh> {
    if (given[1].errorType === 'THROTTLING') {
      this.#wasThrottled = true;
      this.#counts.addThrottle();
    }
    return this.#counts.whileHeldBack(super.refreshRetryTokenForRetry(...given));
  }
}
