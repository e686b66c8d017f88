// What `npm start` and `hatstack serve` say: lines for a person, or with HATSTACK_LOG=json one JSON object a line, whoever says it.
import { createInterface } from 'node:readline';

/** Whether every line is to be JSON. */
export const isJson = () => process.env.HATSTACK_LOG === 'json';

/** One line of the log. `fields` never hold a secret. */
export function jsonLine(level, message, fields = {}) {
  return JSON.stringify({ time: new Date().toISOString(), level, command: 'serve', message, ...fields });
}

/** A line that is JSON already stays as it is. */
export function asJsonLine(line, level) {
  try {
    const value = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return line;
  } catch {
    // A line of a program that knows nothing of our log.
  }
  return jsonLine(level, line);
}

/** Says it on standard output; in JSON on standard error, where the log is. */
export function say(message, fields = {}) {
  if (isJson()) process.stderr.write(`${jsonLine('info', message, fields)}\n`);
  else process.stdout.write(`${message}\n`);
}

/** Says why something cannot be done. */
export function complain(message) {
  process.stderr.write(`${isJson() ? jsonLine('error', message) : message}\n`);
}

/** How the output of a program is taken: shown as it is, or to be passed to `followOutput`. */
export const outputOf = (shown) => (isJson() ? 'pipe' : shown);

/** Turns what a program says into lines of the log, where these are JSON. */
export function followOutput(child) {
  if (!isJson()) return;
  for (const [stream, level] of [
    [child.stdout, 'info'],
    [child.stderr, 'error'],
  ]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '') process.stderr.write(`${asJsonLine(line, level)}\n`);
    });
  }
}
