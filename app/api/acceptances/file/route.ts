import { acceptedFileRequest, takeInRequest } from '@/lib/server/accepted-requests';

export async function GET(request: Request): Promise<Response> {
  return acceptedFileRequest(request);
}

export async function POST(request: Request): Promise<Response> {
  return takeInRequest(request);
}
