// How many calls may be on the way at once: in all, in one account, and to one service of it.

export interface CallCaps {
  readonly overall: number;
  readonly perAccount: number;
  /** To one service in one account and region: that is what AWS limits the rate of. */
  readonly perService: number;
}

interface Asking {
  readonly account: string;
  readonly service: string;
  readonly enter: () => void;
  readonly refuse: (why: Error) => void;
}

/** Lets calls through as long as all three caps have room, first come first served among those that may go: a busy account
 *  never holds up another one. */
export class CallGate {
  readonly #waiting: Asking[] = [];
  readonly #accounts = new Map<string, number>();
  readonly #services = new Map<string, number>();
  #open = 0;
  #closed: Error | null = null;

  constructor(readonly caps: CallCaps) {}

  /** Calls on the way. */
  get open(): number {
    return this.#open;
  }

  /** Calls that wait for one of the caps. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves when the call may go, rejects when the gate is closed; the answer ends it, and must be called once. `service` names one service in one account
   *  and region. */
  async enter(account: string, service: string): Promise<() => void> {
    if (this.#closed !== null) throw this.#closed;
    await new Promise<void>((enter, refuse) => {
      this.#waiting.push({ account, service, enter, refuse });
      this.#admit();
    });
    return () => {
      this.#open -= 1;
      lower(this.#accounts, account);
      lower(this.#services, service);
      this.#admit();
    };
  }

  /** Lets nobody in any more: who waits, and who comes later, gets the error. */
  close(why: Error): void {
    this.#closed = why;
    for (const { refuse } of this.#waiting.splice(0)) refuse(why);
  }

  #admit(): void {
    for (let place = 0; place < this.#waiting.length && this.#open < this.caps.overall; ) {
      const next = this.#waiting[place];
      if (next === undefined || !this.#hasRoom(next)) {
        place += 1;
        continue;
      }
      this.#waiting.splice(place, 1);
      this.#open += 1;
      raise(this.#accounts, next.account);
      raise(this.#services, next.service);
      next.enter();
    }
  }

  #hasRoom({ account, service }: Asking): boolean {
    return (
      (this.#accounts.get(account) ?? 0) < this.caps.perAccount &&
      (this.#services.get(service) ?? 0) < this.caps.perService
    );
  }
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What nobody uses is forgotten, so that a thousand accounts leave nothing behind. */
function lower(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
