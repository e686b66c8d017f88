// One scan as this server follows it, for any number of pages that watch.
import type { ScanReport } from '@/lib/jobs/scan-process-messages';
import { type PlaceState, ScanProgress } from '@/lib/scan/progress-state';
import { duration, lineOf, phaseWords } from '@/lib/scan/scan-lines';
import type { ScanMessage, ScanPlace, ScanStatus } from '@/lib/scene/scan-view';

/** Notes beyond these are in the summary of the snapshot. */
const MOST_NOTES = 100;

export interface ScanStart {
  readonly id: string;
  readonly startedAt: string;
  readonly isScheduled: boolean;
}

/** Follows reports; reads no clock. */
export class RunningScan {
  readonly #progress = new ScanProgress();
  readonly #notes: string[] = [];
  readonly #watchers = new Set<() => void>();
  #status: ScanStatus = 'running';
  #problem: string | null = null;
  #isKept = false;

  constructor(readonly start: ScanStart) {}

  get isOver(): boolean {
    return this.#status !== 'running' && this.#status !== 'stopping';
  }

  follow(report: ScanReport): void {
    if (report.kind === 'event') {
      this.#progress.follow(report.event);
      const note = lineOf(report.event);
      if (note !== null && this.#notes.length < MOST_NOTES) this.#notes.push(note);
      this.#tell();
      return;
    }
    this.#status = report.kind === 'complete' ? 'complete' : report.why;
    if (report.kind === 'ended') {
      this.#problem = report.problem;
      this.#isKept = report.isKept;
    }
    this.#tell();
  }

  stopping(): void {
    if (!this.isOver) this.#status = 'stopping';
    this.#tell();
  }

  /** Calls back on every change, until the returned function is called. */
  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  /** What there is to tell somebody who has seen `seen`, which then holds this; an empty map has seen nothing. */
  message(seen: Map<string, PlaceState>): ScanMessage {
    const { state } = this.#progress;
    const places: ScanPlace[] = [];
    for (const [key, place] of state.places) {
      // A place that changed is another object.
      if (seen.get(key) === place) continue;
      seen.set(key, place);
      places.push({ ...place, running: [...new Set(place.running)] });
    }
    return {
      ...this.start,
      status: this.#status,
      phase: phaseWords(state),
      accounts: state.accounts,
      units: state.units,
      done: state.done,
      gaps: state.gaps,
      calls: state.calls,
      callsPerSecond: Math.round(state.callsPerSecond * 10) / 10,
      throttles: state.throttles,
      elapsed: duration(state.elapsedMs),
      left: state.leftMs === null || this.isOver ? null : duration(state.leftMs),
      notes: this.#notes,
      problem: this.#problem,
      isKept: this.#isKept,
      places,
    };
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
