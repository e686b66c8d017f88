import { openApiAnswer } from '@/lib/server/openapi';

export function GET(): Response {
  return openApiAnswer();
}
