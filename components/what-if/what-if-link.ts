// A what-if in an address: in the part behind the `#`, which browsers send to no server.

const MARK = '#what-if=';

/** The address of a page with the what-if in it. Never throws. */
export function linkTo(address: string, packed: string): string {
  return `${address.split('#')[0]}${MARK}${packed}`;
}

/** What such an address holds; null where it holds none. Never throws. */
export function packedIn(hash: string): string | null {
  return hash.startsWith(MARK) ? hash.slice(MARK.length) : null;
}

const slot = (id: string) => `hatstack-what-if ${id}`;

/** Keeps it for as long as the tab is open. Never throws. */
export function keepWhatIf(id: string, packed: string | null): void {
  try {
    if (packed !== null) sessionStorage.setItem(slot(id), packed);
  } catch {
    // A browser that keeps nothing: then only the link brings it back.
  }
}

/** What this tab has kept under that name. Never throws. */
export function keptWhatIf(id: string): string | null {
  try {
    return sessionStorage.getItem(slot(id));
  } catch {
    return null;
  }
}
