import { NextResponse, type NextRequest } from 'next/server';

// Carries the nonce of the content security policy to the page, and saves visitors without a session a step.
// It authorises nothing: without it every refusal is the same.

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    // React's development build evaluates code to show where an error came from.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    // Texts are compared, and names looked for, in workers: scripts of this origin.
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const OPEN = /^\/(sign-in|invitations|api-docs)(\/|$)/;

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const signedIn = request.cookies.getAll().some(({ name }) => name.endsWith('next-auth.session-token'));
  if (!signedIn && !OPEN.test(pathname)) {
    const to = request.nextUrl.clone();
    to.pathname = '/sign-in';
    to.search = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(to);
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', csp); // Next reads the nonce for its own scripts here; whatever the client sent is gone
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  return response;
}

// Not for the API: bodies would be buffered, and cut at 10 MB. What is well known is for everybody, and what is shared says itself what it may do.
export const config = {
  matcher: ['/((?!api/|shared/|\\.well-known/|_next/static|_next/image|favicon.ico|icon.svg|robots.txt).*)'],
};
