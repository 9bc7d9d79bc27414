import { type APIRequestContext, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { served, type Account } from './served';

export type Name = 'Ines' | 'Tomasz' | 'Ruth' | 'Daniel';

/** One of the demo's four: Ines and Tomasz are analysts, Ruth reviews, Daniel leads. */
export function account(name: Name): Account {
  const found = served().accounts.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`The demo has no ${name}.`);
  return found;
}

/** Waits until the page's scripts have taken over all that can be pressed: on a busy machine a click before that is lost. */
export const isAlive = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('button')].every((button) =>
      Object.keys(button).some((key) => key.startsWith('__reactProps')),
    ),
  );

/** Signs in as a person does, and waits to be let in. */
export async function signInWith(page: Page, { email, password }: Pick<Account, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

export const signIn = (page: Page, name: Name): Promise<void> => signInWith(page, account(name));

/** Signs in by what the page sends, without the page: what most stories tell begins after it. */
async function letIn({ request }: BrowserContext, origin: string, { email, password }: Account): Promise<void> {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/password', {
    form: { csrfToken, email, password, json: 'true' },
    headers: { origin },
  });
  const { url } = (await answer.json()) as { url: string };
  if (!answer.ok() || new URL(url).searchParams.has('error')) throw new Error(`${email} was not let in: ${url}`);
}

/** A browser of somebody's own, signed in, with an empty page; on the second instance when asked. */
export async function personIn(
  browser: Browser,
  name: Name,
  instance: 0 | 1 = 0,
): Promise<{ context: BrowserContext; page: Page }> {
  const baseURL = served().addresses[instance]!;
  const context = await browser.newContext({ baseURL });
  await letIn(context, baseURL, account(name));
  return { context, page: await context.newPage() };
}

/** What a script of somebody's would send: same session, same origin. */
export function asScript(context: BrowserContext, instance: 0 | 1 = 0) {
  const origin = served().addresses[instance];
  const request: APIRequestContext = context.request;
  return {
    get: async <T>(path: string) => (await (await request.get(`${origin}/api/v1${path}`)).json()) as T,
    send: (method: string, path: string, data: unknown, headers: Record<string, string> = {}) =>
      request.fetch(`${origin}/api/v1${path}`, {
        method,
        data,
        headers: { origin, 'content-type': 'application/json', ...headers },
      }),
  };
}

/** The id of the demo project. */
export async function demoProject(context: BrowserContext): Promise<string> {
  const { items } = await asScript(context).get<{ items: { id: string; demo: boolean }[] }>('/projects');
  return items.find((project) => project.demo)!.id;
}

export type Script = ReturnType<typeof asScript>;
