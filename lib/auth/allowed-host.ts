// Which names this server answers to: against DNS rebinding, a page of another site must not read ours.

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a `Host` header names the loopback or one of `more`. Ports do not matter. Never throws. */
export function isAllowedHost(host: string | null, more: readonly string[] = []): boolean {
  const name = nameOf(host ?? '');
  return name !== '' && [...LOOPBACK, ...more.map(nameOf)].includes(name);
}

/** The host without its port, in lower case. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
