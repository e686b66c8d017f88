// Which names this server answers to: against DNS rebinding, a page of another site must not read ours.

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a `Host` header names the loopback or one of `extra` (comma-separated names, as in HATSTACK_HOSTS). Ports do not matter. Never throws. */
export function isAllowedHost(host: string | null, extra = ''): boolean {
  const name = nameOf(host ?? '');
  const more = extra.split(',').map((entry) => nameOf(entry.trim()));
  return name !== '' && [...LOOPBACK, ...more].includes(name);
}

/** The host without its port, in lower case. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
