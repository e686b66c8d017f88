// Which role a request needs: the only table of it, asked before every route runs.
import type { Role } from './role';

export interface RouteRole {
  /** A path of the server; `*` stands for one segment, `**` at the end for any number. */
  readonly path: string;
  readonly methods: readonly string[];
  /** `anyone`: also somebody who has not signed in. */
  readonly needs: Role | 'anyone';
}

const READ = ['GET', 'HEAD'] as const;

/** One row per route and method of `app/api` (a test sees to it), then pages and files. The first row that fits counts. */
export const ROUTE_ROLES: readonly RouteRole[] = [
  { path: '/api/session', methods: ['POST'], needs: 'anyone' },
  { path: '/api/session/end', methods: ['POST'], needs: 'anyone' },
  { path: '/api/session/oidc', methods: READ, needs: 'anyone' },
  { path: '/api/session/oidc/callback', methods: READ, needs: 'anyone' },
  { path: '/api/acceptances', methods: ['POST', 'DELETE'], needs: 'reviewer' },
  { path: '/api/acceptances/file', methods: [...READ, 'POST'], needs: 'reviewer' },
  { path: '/api/snapshots/*/exports/*', methods: READ, needs: 'reviewer' },
  { path: '/api/snapshots/*/review', methods: READ, needs: 'reviewer' },
  { path: '/api/snapshots/*/file', methods: READ, needs: 'reviewer' },
  { path: '/api/snapshots/*', methods: ['PATCH', 'DELETE'], needs: 'operator' },
  { path: '/api/snapshots', methods: ['POST'], needs: 'operator' },
  { path: '/api/scans', methods: ['POST'], needs: 'operator' },
  { path: '/api/scans/plan', methods: ['POST'], needs: 'operator' },
  { path: '/api/scans/*/cancel', methods: ['POST'], needs: 'operator' },
  { path: '/api/scans/*/resume', methods: ['POST'], needs: 'operator' },
  { path: '/api/scans/*/events', methods: READ, needs: 'viewer' },
  { path: '/api/what-ifs', methods: ['POST'], needs: 'viewer' },
  { path: '/api/what-ifs/*/file', methods: READ, needs: 'reviewer' },
  { path: '/api/search', methods: READ, needs: 'viewer' },
  { path: '/api/openapi.json', methods: READ, needs: 'viewer' },
  { path: '/healthz', methods: READ, needs: 'anyone' },
  { path: '/sign-in', methods: READ, needs: 'anyone' },
  { path: '/icon.svg', methods: READ, needs: 'anyone' },
  { path: '/_next/static/**', methods: READ, needs: 'anyone' },
];

/** What a request needs. Pages and files need a viewer; whatever nobody thought of needs the highest role. Never throws. */
export function neededRole(method: string, path: string): Role | 'anyone' {
  const given = path.split('/').map(plain);
  const row = ROUTE_ROLES.find((one) => one.methods.includes(method) && isPath(one.path.split('/'), given));
  if (row !== undefined) return row.needs;
  const isApi = given[1] === 'api';
  return !isApi && READ.some((verb) => verb === method) ? 'viewer' : 'operator';
}

/** A segment as a router may read it: `%61pi` is `api`. */
function plain(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function isPath(wanted: readonly string[], given: readonly string[]): boolean {
  const isOpen = wanted.at(-1) === '**';
  const head = isOpen ? wanted.slice(0, -1) : wanted;
  const isLong = isOpen ? given.length > head.length : given.length === head.length;
  return isLong && head.every((part, place) => (part === '*' ? given[place] !== '' : part === given[place]));
}
