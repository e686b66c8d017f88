import { downloadRequest } from '@/lib/server/snapshot-requests';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/snapshots/[snapshotId]/file'>,
): Promise<Response> {
  return downloadRequest(request, decodeURIComponent((await params).snapshotId));
}
