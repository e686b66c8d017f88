// What goes to standard error, as one JSON object a line: for `--log json`.
import type { Io } from './command';

export type Level = 'info' | 'error';

/** The same streams, with lines of standard error as `{"time","level","command","message"}` and events as
 *  `{"time","level","command","event",…}`. Results on standard output stay what they are. */
export function jsonLog(
  io: Io,
  command: string,
  now: () => Date,
): Io & { readonly fail: (line: string) => void } {
  const write = (level: Level, fields: object) =>
    io.err(JSON.stringify({ time: now().toISOString(), level, command, ...fields }));
  return {
    ...io,
    isTerminal: false,
    draw: undefined,
    err: (message) => write('info', { message }),
    fail: (message) => write('error', { message }),
    event: ({ kind, ...fields }) => write('info', { event: kind, ...fields }),
  };
}
