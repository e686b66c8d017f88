// What pages offer to somebody; whether it is given is asked again at the gate.
import { isAtLeast } from '@/lib/auth/role';
import { neededRole } from '@/lib/auth/route-roles';
import type { Person } from '@/lib/auth/sessions';

/** By the table of routes, so that no page offers what the server refuses. Never throws. */
export function permitsOf({ role }: Person): {
  readonly role: string;
  readonly mayExport: boolean;
  readonly mayAccept: boolean;
} {
  const may = (method: string, path: string) => {
    const needs = neededRole(method, path);
    return needs === 'anyone' || isAtLeast(role, needs);
  };
  return {
    role,
    mayExport: may('GET', '/api/snapshots/latest/exports/svg'),
    mayAccept: may('POST', '/api/acceptances'),
  };
}
