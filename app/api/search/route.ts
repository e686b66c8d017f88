import { searchRequest } from '@/lib/server/palette-view';

export function GET(request: Request): Promise<Response> {
  return searchRequest(request);
}
