import { signOut } from '@/lib/server/sign-in';

export function POST(request: Request): Promise<Response> {
  return signOut(request);
}
