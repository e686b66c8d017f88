// How far this machine's clock is from AWS's, learned from the answers.

/** AWS refuses what is signed more than five minutes off; the SDK corrects from four.
 *  @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html (read 2026-11-27) */
const TOLERATED_MS = 4 * 60_000;

/** Clients are many and short-lived: what one learned would be lost, and each would be refused once. */
export class Clock {
  #offsetMs = 0;

  /** To be added to this machine's time; 0 while it is right. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Learns from the `Date` header of an answer. */
  learn(date: string | undefined): void {
    const theirs = date === undefined ? Number.NaN : Date.parse(date);
    if (Number.isNaN(theirs)) return;
    const offsetMs = theirs - Date.now();
    this.#offsetMs = Math.abs(offsetMs) < TOLERATED_MS ? 0 : offsetMs;
  }
}
