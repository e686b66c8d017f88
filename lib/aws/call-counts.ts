// What the calls of a scan come to, counted while it runs.

export interface CallTotals {
  /** Requests that went out, those made again among them. */
  readonly calls: number;
  /** Of them, those that AWS put off. */
  readonly throttles: number;
  /** On the way at this moment. */
  readonly open: number;
  /** Waiting at this moment, for one of our caps or for the rate that a throttle left. */
  readonly waiting: number;
}

/** Counts what goes out and what is held back. */
export class CallCounts {
  #calls = 0;
  #throttles = 0;
  #heldBack = 0;

  get calls(): number {
    return this.#calls;
  }

  get throttles(): number {
    return this.#throttles;
  }

  /** Calls that wait for the rate that a throttle left, at this moment. */
  get heldBack(): number {
    return this.#heldBack;
  }

  addCall(): void {
    this.#calls += 1;
  }

  addThrottle(): void {
    this.#throttles += 1;
  }

  async whileHeldBack<T>(wait: Promise<T>): Promise<T> {
    this.#heldBack += 1;
    try {
      return await wait;
    } finally {
      this.#heldBack -= 1;
    }
  }
}
