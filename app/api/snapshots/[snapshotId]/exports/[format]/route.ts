import { auditRequest } from '@/lib/server/audit';
import { exportScene } from '@/lib/server/export-scene';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/snapshots/[snapshotId]/exports/[format]'>,
): Promise<Response> {
  const { snapshotId, format } = await params;
  const query = new URL(request.url).searchParams;
  const snapshot = decodeURIComponent(snapshotId);
  const response = await exportScene({ snapshot, format, query });
  if (response.ok) {
    const what = query.get('pipeline') ?? 'map';
    await auditRequest(request, 'export', { snapshot, format, what });
  }
  return response;
}
