import { comeBackSignedIn } from '@/lib/server/sign-in-by-oidc';

export function GET(request: Request): Promise<Response> {
  return comeBackSignedIn(request);
}
