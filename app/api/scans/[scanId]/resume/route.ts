import { resumeRequest } from '@/lib/server/scan-requests';

export async function POST(
  request: Request,
  { params }: RouteContext<'/api/scans/[scanId]/resume'>,
): Promise<Response> {
  return resumeRequest(request, (await params).scanId);
}
