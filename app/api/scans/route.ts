import { beginRequest } from '@/lib/server/scan-requests';

export function POST(request: Request): Promise<Response> {
  return beginRequest(request);
}
