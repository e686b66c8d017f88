import { whatIfFileRequest } from '@/lib/server/what-if-requests';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/what-ifs/[whatIfId]/file'>,
): Promise<Response> {
  return whatIfFileRequest(request, (await params).whatIfId);
}
