import { leaveToSignIn } from '@/lib/server/sign-in-by-oidc';

export function GET(request: Request): Promise<Response> {
  return leaveToSignIn(request);
}
