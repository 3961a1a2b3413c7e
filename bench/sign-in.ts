/** The cookie of a person of the demo desk, signed in as anyone signs in. */
export async function signIn(url: string, email: string, password = 'trail-ridge-summit'): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: printCookies(csrf) },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  const cookie = printCookies(answer);
  if (!cookie.includes('session-token')) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie;
}

const printCookies = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
