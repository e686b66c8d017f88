import { exportScene } from '@/lib/server/export-scene';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/snapshots/[snapshotId]/exports/[format]'>,
): Promise<Response> {
  const { snapshotId, format } = await params;
  return exportScene({
    snapshot: decodeURIComponent(snapshotId),
    format,
    query: new URL(request.url).searchParams,
  });
}
