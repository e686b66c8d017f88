import { auditRequest } from '@/lib/server/audit';
import { exportReport } from '@/lib/server/export-report';
import { exportScene } from '@/lib/server/export-scene';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/snapshots/[snapshotId]/exports/[format]'>,
): Promise<Response> {
  const { snapshotId, format } = await params;
  const query = new URL(request.url).searchParams;
  const snapshot = decodeURIComponent(snapshotId);
  const isReport = query.has('findings');
  const response = await (isReport ? exportReport : exportScene)({ snapshot, format, query });
  if (response.ok) {
    const what = query.get('pipeline') ?? (isReport ? 'findings' : 'map');
    await auditRequest(request, 'export', { snapshot, format, what, redacted: String(query.has('redact')) });
  }
  return response;
}
