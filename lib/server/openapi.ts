// The OpenAPI document of this server, made once.
import 'server-only';
import { openApiDocument } from '@/lib/api/openapi';
import { neededRole } from '@/lib/auth/route-roles';
import { exporters } from '@/lib/export/formats/index';
import { reporters } from '@/lib/export/reports/index';
import packageJson from '../../package.json';

/** GET /api/openapi.json. Never throws. */
export function openApiAnswer(): Response {
  return Response.json(document, { headers: { 'Cache-Control': 'no-store' } });
}

const document = openApiDocument({
  version: packageJson.version,
  exportFormats: [...new Set([...exporters, ...reporters].map(({ id }) => id))],
  exportMediaTypes: [...new Set([...exporters, ...reporters].map(({ mediaType }) => mediaType))],
  roleOf: neededRole,
});
