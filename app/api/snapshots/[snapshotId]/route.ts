import { changeRequest, deleteRequest } from '@/lib/server/snapshot-requests';

type Context = RouteContext<'/api/snapshots/[snapshotId]'>;

export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return changeRequest(request, decodeURIComponent((await params).snapshotId));
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return deleteRequest(request, decodeURIComponent((await params).snapshotId));
}
