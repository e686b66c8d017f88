// What pages offer to somebody; whether it is given is asked again at the gate.
import { isAtLeast } from '@/lib/auth/role';
import { neededRole } from '@/lib/auth/route-roles';
import type { Person } from '@/lib/auth/sessions';

/** By the table of routes, so that no page offers what the server refuses. Never throws. */
export function permitsOf({ role }: Person): { readonly role: string; readonly mayExport: boolean } {
  const needs = neededRole('GET', '/api/snapshots/latest/exports/svg');
  return { role, mayExport: needs === 'anyone' || isAtLeast(role, needs) };
}
