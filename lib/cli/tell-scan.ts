// Tells a person, or a program, how a scan is going: a bar on a terminal, lines elsewhere, JSON where that was asked for.
import type { ScanEvent } from '@/lib/scan/progress';
import { ScanProgress } from '@/lib/scan/progress-state';
import { lineOf, stateLine } from '@/lib/scan/scan-lines';
import type { Io } from './command';
import { barText, noBar } from './progress-bar';

export interface ScanTeller {
  readonly tell: (event: ScanEvent) => void;
  /** A line of our own, above the bar. */
  readonly say: (line: string) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

/** So often a bar is drawn at most, and a line is written at least. */
const DRAW_MS = 100;
const LINE_MS = 30_000;

/** Everything goes to standard error. */
export function scanTeller(io: Io): ScanTeller {
  if (io.event !== undefined) return { tell: io.event, say: io.err, end: () => {} };
  const isDrawn = io.isTerminal && io.draw !== undefined && io.env.TERM !== 'dumb';
  return isDrawn ? barTeller(io, io.draw) : lineTeller(io);
}

function barTeller(io: Io, draw: (text: string) => void): ScanTeller {
  const progress = new ScanProgress();
  let drawnAt = Number.NEGATIVE_INFINITY;
  const show = () => {
    drawnAt = performance.now();
    // Asked anew each time: the window may have become narrower.
    draw(barText(progress.state, { columns: io.columns ?? 80, hasColor: !io.env.NO_COLOR }));
  };
  const say = (line: string) => {
    draw(noBar());
    io.err(line);
  };
  return {
    say,
    end: () => draw(noBar()),
    tell(event) {
      progress.follow(event);
      const line = lineOf(event);
      if (line !== null) say(line);
      const isDue = event.kind === 'calls' || performance.now() - drawnAt >= DRAW_MS;
      if (progress.state.units > 0 && isDue) show();
    },
  };
}

/** Says each step, in a long phase each quarter of it, and something every half minute. */
function lineTeller(io: Io): ScanTeller {
  const progress = new ScanProgress();
  let saidMs = 0;
  return {
    say: io.err,
    end: () => {},
    tell(event) {
      const state = progress.follow(event);
      const line = lineOf(event);
      if (line !== null) io.err(line);
      const isDue = event.kind === 'calls' && state.units > 0 && event.elapsedMs - saidMs >= LINE_MS;
      if (!isDue && !isQuarter(event)) return;
      saidMs = state.elapsedMs;
      io.err(stateLine(state));
    },
  };
}

function isQuarter(event: ScanEvent): boolean {
  if (event.kind !== 'unit-done') return false;
  const quarter = (done: number) => Math.floor((done * 4) / event.units);
  return quarter(event.done) !== quarter(event.done - 1);
}
