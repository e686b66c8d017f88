// What a page shows of a scan: plain data that the server tells again and again, and how what is new is put in.

/** `stopping`: asked to end, and still reading what it had begun. `stopped`: ended before it was through. */
export type ScanStatus = 'running' | 'stopping' | 'complete' | 'stopped' | 'failed';

/** How far one account is in one region, or in `global`. */
export interface ScanPlace {
  readonly account: string;
  readonly region: string;
  readonly units: number;
  readonly done: number;
  readonly gaps: number;
  /** Services that are being read there now. */
  readonly running: readonly string[];
}

export interface ScanView {
  readonly id: string;
  readonly status: ScanStatus;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly isScheduled: boolean;
  /** What it is doing, in words. */
  readonly phase: string;
  readonly accounts: number;
  /** A unit is one service in one account and region. 0 before the plan is made. */
  readonly units: number;
  readonly done: number;
  readonly gaps: number;
  readonly calls: number;
  readonly callsPerSecond: number;
  readonly throttles: number;
  /** In words: `45 s`. */
  readonly elapsed: string;
  /** In words; null while there is nothing to go by. */
  readonly left: string | null;
  /** What a person should know of: accounts and regions that are left out. */
  readonly notes: readonly string[];
  /** One line: why it ended and what to do; null where it did not fail. */
  readonly problem: string | null;
  /** Whether what was read is kept, so that it can be gone on with. */
  readonly isKept: boolean;
  /** In the order of the plan. */
  readonly places: readonly ScanPlace[];
}

/** The same with only those places that changed since the last message. */
export type ScanMessage = ScanView;

/** The view after a message: places that changed stand where they stood, new ones at the end. Never throws. */
export function withMessage(view: ScanView | null, message: ScanMessage): ScanView {
  if (view === null || view.id !== message.id) return message;
  const changed = new Map(message.places.map((place) => [placeKey(place), place]));
  const places = view.places.map((place) => {
    const now = changed.get(placeKey(place));
    changed.delete(placeKey(place));
    return now ?? place;
  });
  return { ...message, places: [...places, ...changed.values()] };
}

/** Whether it still goes on. Never throws. */
export function isUnderWay({ status }: Pick<ScanView, 'status'>): boolean {
  return status === 'running' || status === 'stopping';
}

/** One account with all its regions. */
export interface ScanAccount {
  readonly account: string;
  readonly units: number;
  readonly done: number;
  readonly gaps: number;
  readonly places: readonly ScanPlace[];
}

/** The places by account: those that are being read first, then those that wait, then those that are through; within these in
 *  the order of the plan. Never throws. */
export function scanAccounts(places: readonly ScanPlace[]): readonly ScanAccount[] {
  const accounts = new Map<string, ScanPlace[]>();
  for (const place of places) {
    const own = accounts.get(place.account);
    if (own === undefined) accounts.set(place.account, [place]);
    else own.push(place);
  }
  const sum = (of: readonly ScanPlace[], key: 'units' | 'done' | 'gaps') =>
    of.reduce((total, place) => total + place[key], 0);
  return [...accounts]
    .map(([account, own]) => ({
      account,
      units: sum(own, 'units'),
      done: sum(own, 'done'),
      gaps: sum(own, 'gaps'),
      places: own,
    }))
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ places, done, units }: ScanAccount): number {
  if (places.some(({ running }) => running.length > 0)) return 0;
  return done < units ? 1 : 2;
}

function placeKey({ account, region }: ScanPlace): string {
  return `${account} ${region}`;
}

/** The answer on top of the page. Never throws. */
export function scanHeadline({ status, done, units, accounts, gaps }: ScanView): string {
  switch (status) {
    case 'running':
      return units === 0
        ? 'Asking which accounts and regions there are'
        : `Reading ${counted(accounts, 'account')}: ${Math.floor((done * 100) / units)} % done`;
    case 'stopping':
      return 'Stopping as soon as what is being read is read';
    case 'complete':
      return gaps === 0
        ? 'The scan is complete, and every call was answered'
        : `The scan is complete; ${counted(gaps, 'call')} ${gaps === 1 ? 'was' : 'were'} not answered`;
    case 'stopped':
      return 'The scan was stopped';
    case 'failed':
      return 'The scan could not be done';
  }
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}
