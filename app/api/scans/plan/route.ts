import { planRequest } from '@/lib/server/scan-requests';

export function POST(request: Request): Promise<Response> {
  return planRequest(request);
}
