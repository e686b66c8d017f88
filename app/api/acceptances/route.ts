import { acceptRequest, withdrawRequest } from '@/lib/server/accepted-requests';

export async function POST(request: Request): Promise<Response> {
  return acceptRequest(request);
}

export async function DELETE(request: Request): Promise<Response> {
  return withdrawRequest(request);
}
