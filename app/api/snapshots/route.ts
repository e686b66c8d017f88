import { uploadRequest } from '@/lib/server/snapshot-requests';

export function POST(request: Request): Promise<Response> {
  return uploadRequest(request);
}
