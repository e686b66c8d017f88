import { cancelRequest } from '@/lib/server/scan-requests';

export async function POST(
  _request: Request,
  { params }: RouteContext<'/api/scans/[scanId]/cancel'>,
): Promise<Response> {
  return cancelRequest((await params).scanId);
}
