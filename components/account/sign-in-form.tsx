'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';

const said: Record<string, string> = {
  CredentialsSignin: 'Address and password do not go together. Check both, or ask for a sign-in link.',
  'rate-limited': 'Too many tries. Wait a quarter of an hour, or use a sign-in link.',
};

/** Address and password. What was typed stays when it is refused. */
export function SignInForm({ next }: { next: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(form: FormData) {
    setBusy(true);
    setProblem(null);
    const answer = await signIn('password', {
      redirect: false,
      email: String(form.get('email')),
      password: String(form.get('password')),
    }).catch(() => undefined);
    if (answer?.ok) return window.location.assign(new URL(next, window.location.href));
    setBusy(false);
    setProblem(
      answer?.error ? (said[answer.error] ?? said.CredentialsSignin!) : 'The server did not answer. Try again.',
    );
  }

  return (
    <form
      method="post" // before the page is alive a password must not end in the address
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {problem && (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      )}
      <Field label="E-mail address">
        <Input name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
      <Field label="Password">
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" size="large" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
