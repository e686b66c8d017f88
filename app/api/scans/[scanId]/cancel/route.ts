import { cancelRequest } from '@/lib/server/scan-requests';

export async function POST(
  request: Request,
  { params }: RouteContext<'/api/scans/[scanId]/cancel'>,
): Promise<Response> {
  return cancelRequest(request, (await params).scanId);
}
