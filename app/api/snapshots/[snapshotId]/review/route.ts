import { auditRequest } from '@/lib/server/audit';
import { reviewFile } from '@/lib/server/review-file';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/snapshots/[snapshotId]/review'>,
): Promise<Response> {
  const snapshot = decodeURIComponent((await params).snapshotId);
  const query = new URL(request.url).searchParams;
  const pipeline = query.get('pipeline');
  const format = query.get('format') ?? 'html';
  const response = await reviewFile(snapshot, pipeline, format, query.has('redact'));
  if (response.ok)
    await auditRequest(request, 'export', { snapshot, format: `review ${format}`, what: pipeline ?? 'all' });
  return response;
}
