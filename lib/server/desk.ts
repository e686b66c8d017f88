// The sign-in desk of this process: its settings, who is signed in, and how often somebody was wrong.
import { ATTEMPT_RULES, type Attempts, createAttempts } from '@/lib/auth/attempts';
import { type LoginSettings, readLogin } from '@/lib/auth/login-settings';
import { createPendingTrips, type PendingTrips } from '@/lib/auth/pending';
import { createSessions, type Person, type Sessions } from '@/lib/auth/sessions';

export interface Desk {
  readonly settings: LoginSettings;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly trips: PendingTrips;
}

export type DeskOrProblem =
  | ({ readonly kind: 'desk' } & Desk)
  | { readonly kind: 'problem'; readonly problem: string };

// The proxy and the routes are bundles of their own in one process: they share what hangs on its global object.
const slot = Symbol.for('hatstack.desk');
const shared = globalThis as { [slot: symbol]: DeskOrProblem | undefined };

/** The desk, or why nobody can be let in; made at the first request. Never throws. */
export function desk(): DeskOrProblem {
  shared[slot] ??= openDesk();
  return shared[slot];
}

function openDesk(): DeskOrProblem {
  const read = readLogin(process.env);
  // From here on only its hash is known.
  delete process.env.HATSTACK_TOKEN;
  delete process.env.HATSTACK_OIDC_CLIENT_SECRET;
  if (read.kind === 'problem') return read;
  const { settings } = read;
  return {
    kind: 'desk',
    settings,
    sessions: createSessions(settings.session),
    attempts: createAttempts(ATTEMPT_RULES),
    trips: createPendingTrips(),
  };
}

/** Whether people sign in here, and can sign out. Never throws. */
export function needsLogin(): boolean {
  const open = desk();
  return open.kind === 'desk' && open.settings.login.kind !== 'none';
}

/** Whoever asks where no login is needed. */
export const AT_THIS_MACHINE: Person = { name: 'this machine', role: 'operator' };
