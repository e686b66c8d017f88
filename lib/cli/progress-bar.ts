// A bar at the foot of a terminal, drawn over itself.
import type { ScanState } from '@/lib/scan/progress-state';
import { placesLine, stateLine } from '@/lib/scan/scan-lines';

export interface BarPlace {
  readonly draw: (text: string) => void;
  readonly columns: number;
  readonly hasColor: boolean;
}

/** The bar itself leaves room for the figures. */
const [WIDEST, NARROWEST] = [24, 6];
const [GREEN, PLAIN] = ['\u001b[32m', '\u001b[39m'];
/** Back to the first column of the bar's first line, and nothing below. */
const CLEAR = '\r\u001b[J';
const UP = '\u001b[1A';

/** Two lines: how far, and where. They end with the cursor on the first, so that whatever is written next writes over them. */
export function barText(state: ScanState, { columns, hasColor }: Omit<BarPlace, 'draw'>): string {
  const share = state.units === 0 ? 0 : Math.min(1, state.done / state.units);
  const width = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(columns / 4)));
  const full = Math.round(share * width);
  const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
  const [bar, rest] = ['█'.repeat(full), '░'.repeat(width - full)];
  const room = Math.max(0, columns - 1);
  const head = ` ${bar}${rest} ${percent}  `;
  const first = cut(`${head}${stateLine(state)}`, room);
  const second = cut(` ${placesLine(state, 3)}`, room);
  const coloured = hasColor && full > 0 ? first.replace(bar, `${GREEN}${bar}${PLAIN}`) : first;
  return `${CLEAR}${coloured}\n${second}${UP}\r`;
}

/** Takes the bar away. */
export function noBar(): string {
  return CLEAR;
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`;
}
