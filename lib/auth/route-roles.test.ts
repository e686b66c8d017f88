import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROUTE_ROLES } from './route-roles';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Every method of every route under app/api, as `POST /api/session`; a segment in brackets is `*`. */
const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .flatMap((file) => {
    const source = readFileSync(join('app/api', file), 'utf8');
    const path = join('/api', dirname(file))
      .replace(/\[\.\.\.[^\]]+\]/g, '**')
      .replace(/\[[^\]]+\]/g, '*');
    return METHODS.filter((method) =>
      new RegExp(`export (async function|function|const) ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(
        source,
      ),
    ).map((method) => `${method} ${path}`);
  });

const rows = ROUTE_ROLES.flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`));

describe('the table of roles', () => {
  it('finds the routes there are', () => expect(routes).toContain('GET /api/snapshots/*/exports/*'));

  it('has a row for every method of every route', () => {
    expect(routes.filter((route) => !rows.includes(route))).toEqual([]);
  });

  it('has no row for a route that is gone', () => {
    const isRoute = (row: string) => routes.includes(row) || routes.includes(row.replace(/^HEAD/, 'GET'));
    expect(rows.filter((row) => row.includes(' /api/') && !isRoute(row))).toEqual([]);
  });

  it('lets only the way in be taken by everybody', () => {
    const open = ROUTE_ROLES.filter(({ needs }) => needs === 'anyone').map(({ path }) => path);
    expect(open.filter((path) => path.startsWith('/api/'))).toEqual([
      '/api/session',
      '/api/session/end',
      '/api/session/oidc',
      '/api/session/oidc/callback',
    ]);
  });
});
