import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/shell/SignInForm';
import { whoAsks } from '@/lib/server/gate';
import { signInView } from '@/lib/server/sign-in-view';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const view = signInView(await searchParams);
  if (whoAsks(await headers()) !== null) redirect(view.next);
  return <SignInForm {...view} />;
}
