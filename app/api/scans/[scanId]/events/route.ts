import { eventsRequest } from '@/lib/server/scan-requests';

export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/scans/[scanId]/events'>,
): Promise<Response> {
  return eventsRequest((await params).scanId);
}
