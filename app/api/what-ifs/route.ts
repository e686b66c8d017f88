import { whatIfRequest } from '@/lib/server/what-if-requests';

export async function POST(request: Request): Promise<Response> {
  return whatIfRequest(request);
}
