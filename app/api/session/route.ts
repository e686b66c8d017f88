import { signIn } from '@/lib/server/sign-in';

export function POST(request: Request): Promise<Response> {
  return signIn(request);
}
