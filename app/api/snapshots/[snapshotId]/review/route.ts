import { auditRequest } from '@/lib/server/audit';
import { reviewFile } from '@/lib/server/review-file';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/snapshots/[snapshotId]/review'>,
): Promise<Response> {
  const snapshot = decodeURIComponent((await params).snapshotId);
  const pipeline = new URL(request.url).searchParams.get('pipeline');
  const response = await reviewFile(snapshot, pipeline);
  if (response.ok)
    await auditRequest(request, 'export', { snapshot, format: 'review', what: pipeline ?? 'all' });
  return response;
}
