'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** What the person of this page may take along, and whether they may accept risks; the server asks again with every request. */
export interface Permits {
  readonly role: string;
  readonly mayExport: boolean;
  readonly mayAccept: boolean;
}

const Context = createContext<Permits>({ role: 'operator', mayExport: true, mayAccept: true });

/** Tells everything inside what the person may do. */
export function PermitsProvider({ permits, children }: { permits: Permits; children: ReactNode }) {
  return <Context value={permits}>{children}</Context>;
}

/** What the person may do. */
export function usePermits(): Permits {
  return useContext(Context);
}
