// Where somebody goes on to after signing in: only ever a page of this server.

const HERE = 'http://here.invalid';

/** `text` as a path of this server, else `/`: a link to a sign-in page must not lead on to another site. Never throws. */
export function localPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || !URL.canParse(text, HERE)) return '/';
  const url = new URL(text, HERE);
  const isPage = url.origin === HERE && !url.pathname.startsWith('//') && !url.pathname.startsWith('/api/');
  return isPage ? `${url.pathname}${url.search}` : '/';
}
