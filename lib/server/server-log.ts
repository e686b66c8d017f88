// The log of the server, on standard error: lines for a person, or one JSON object a line with HATSTACK_LOG=json.

/** Writes one line. `fields` never hold a secret or a whole address. Never throws. */
export function logLine(
  level: 'info' | 'error',
  message: string,
  fields: { readonly [name: string]: string | number } = {},
): void {
  const isJson = process.env.HATSTACK_LOG === 'json';
  const line = isJson
    ? JSON.stringify({ time: new Date().toISOString(), level, command: 'serve', message, ...fields })
    : [message, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(' ');
  process.stderr.write(`${line}\n`);
}
