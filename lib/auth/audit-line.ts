// One line of the audit: who did what, when, from where. Never a secret, and never what a policy says.
import type { Role } from './role';

/** What is written down. */
export type AuditEvent =
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'scan'
  | 'change'
  | 'acceptance'
  | 'export'
  | 'upload'
  | 'delete';

export interface AuditEntry {
  readonly event: AuditEvent;
  /** Who: the name of the session, `this machine` where no login is needed, or `nobody` before it. */
  readonly who: string;
  readonly role: Role | null;
  /** The address the request came from, as far as known. */
  readonly from: string | null;
  /** What it was about: a snapshot's id, a format, a finding's id, the reason of a refusal. */
  readonly about: Readonly<Record<string, string>>;
}

/** The longest text of an entry: nobody fills the disk by long names. */
const LONGEST = 300;

/** JSON on one line, without its end of line. `at` as in ISO 8601. Never throws. */
export function auditLine(entry: AuditEntry, at: string): string {
  const about = Object.entries(entry.about).map(([name, text]) => [name, text.slice(0, LONGEST)]);
  return JSON.stringify({
    at,
    event: entry.event,
    who: entry.who.slice(0, LONGEST),
    role: entry.role,
    from: entry.from?.slice(0, LONGEST) ?? null,
    about: Object.fromEntries(about),
  });
}
