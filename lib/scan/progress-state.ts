// How far a scan is, worked out from what it told: the same for a terminal and for a page.
import type { AccountId, Region } from '@/lib/names/arn';
import type { ScanEvent } from './progress';

export interface PlaceState {
  readonly account: AccountId;
  readonly region: Region | 'global';
  readonly units: number;
  readonly done: number;
  /** Services that are being read there. */
  readonly running: readonly string[];
  readonly gaps: number;
}

export interface ScanState {
  /** 0 before the plan is made. */
  readonly phase: 0 | 1 | 2 | 3;
  readonly accounts: number;
  readonly units: number;
  readonly done: number;
  readonly gaps: number;
  readonly calls: number;
  readonly throttles: number;
  /** Of the last seconds. */
  readonly callsPerSecond: number;
  /** Calls on the way, and calls held back by a cap or a throttled rate. */
  readonly open: number;
  readonly waiting: number;
  readonly elapsedMs: number;
  /** Milliseconds until the end, if it goes on as so far; null while there is nothing to go by. */
  readonly leftMs: number | null;
  /** By `account region`, in the order of the plan. */
  readonly places: ReadonlyMap<string, PlaceState>;
}

const NOTHING: ScanState = {
  phase: 0,
  accounts: 0,
  units: 0,
  done: 0,
  gaps: 0,
  calls: 0,
  throttles: 0,
  callsPerSecond: 0,
  open: 0,
  waiting: 0,
  elapsedMs: 0,
  leftMs: null,
  places: new Map(),
};

/** Before so many units are read, how long they took says little. */
const ENOUGH_UNITS = 10;
/** How much of the calls per second is the last second's. */
const FRESH = 0.4;

/** Follows one scan from its first event on. Never throws, reads no clock. */
export class ScanProgress {
  #state = NOTHING;
  readonly #places = new Map<string, PlaceState>();
  /** When units began to be read, and how many were done already. */
  #from: { readonly atMs: number; readonly done: number } | null = null;

  get state(): ScanState {
    return this.#state;
  }

  follow(event: ScanEvent): ScanState {
    this.#state = { ...this.#state, ...this.#changed(event), places: this.#places };
    return this.#state;
  }

  #changed(event: ScanEvent): Partial<ScanState> {
    const { done, gaps } = this.#state;
    switch (event.kind) {
      case 'started':
        return { accounts: event.accounts };
      case 'planned':
        for (const one of event.places) this.#places.set(keyOf(one), { ...one, running: [] });
        this.#from = { atMs: this.#state.elapsedMs, done: event.done };
        return {
          units: event.units,
          done: event.done,
          gaps: event.places.reduce((sum, one) => sum + one.gaps, gaps),
        };
      case 'phase-started':
        return { phase: event.phase };
      case 'unit-started':
        this.#at(event, ({ running }) => ({ running: [...running, event.service] }));
        return {};
      case 'shared':
        return { done: event.done, units: event.units };
      case 'unit-done':
        this.#at(event, (place) => ({
          done: place.done + 1,
          running: without(place.running, event.service),
          gaps: place.gaps + event.gaps,
        }));
        return { done: done + 1, leftMs: this.#leftMs(done + 1, this.#state.elapsedMs) };
      case 'gap':
        return { gaps: gaps + 1 };
      case 'calls':
        return this.#counted(event);
      default:
        return {};
    }
  }

  #counted({
    calls,
    throttles,
    open,
    waiting,
    elapsedMs,
  }: ScanEvent & { kind: 'calls' }): Partial<ScanState> {
    const before = this.#state;
    const seconds = (elapsedMs - before.elapsedMs) / 1000;
    const now = seconds > 0 ? (calls - before.calls) / seconds : before.callsPerSecond;
    const callsPerSecond = before.calls === 0 ? now : now * FRESH + before.callsPerSecond * (1 - FRESH);
    const leftMs = this.#leftMs(before.done, elapsedMs);
    return { calls, throttles, open, waiting, elapsedMs, callsPerSecond, leftMs };
  }

  #leftMs(done: number, elapsedMs: number): number | null {
    if (this.#from === null || done - this.#from.done < ENOUGH_UNITS) return null;
    const each = (elapsedMs - this.#from.atMs) / (done - this.#from.done);
    return Math.max(0, Math.round(each * (this.#state.units - done)));
  }

  #at(
    event: { readonly account: AccountId; readonly region: Region | 'global' },
    change: (place: PlaceState) => Partial<PlaceState>,
  ): void {
    const { account, region } = event;
    const place = this.#places.get(keyOf(event)) ?? {
      account,
      region,
      units: 0,
      done: 0,
      running: [],
      gaps: 0,
    };
    this.#places.set(keyOf(event), { ...place, ...change(place) });
  }
}

function keyOf({
  account,
  region,
}: {
  readonly account: AccountId;
  readonly region: Region | 'global';
}): string {
  return `${account} ${region}`;
}

/** One unit of the service is through; another may still run. */
function without(running: readonly string[], service: string): readonly string[] {
  const at = running.indexOf(service);
  return at < 0 ? running : running.toSpliced(at, 1);
}
