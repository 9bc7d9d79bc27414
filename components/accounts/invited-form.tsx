'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { acceptInvitation, Problem } from '@/lib/api/client';

interface InvitedFormProps {
  /** The one-time link's secret. */
  secret: string;
  email: string;
  /** The address has an account here: its own password is asked for. */
  hasAccount: boolean;
}

/** Takes an invitation up: a name and a password, or the password of the account that is there already. */
export function InvitedForm({ secret, email, hasAccount }: InvitedFormProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function join() {
    setBusy(true);
    setProblem(null);
    try {
      const { projectId } = await acceptInvitation(secret, { name: hasAccount ? email : name, password });
      const answer = await signIn('password', { redirect: false, email, password }).catch(() => undefined);
      window.location.assign(new URL(answer?.ok ? `/projects/${projectId}` : '/sign-in', window.location.href));
    } catch (error) {
      setBusy(false);
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  }
  const [nameFault, passwordFault] = [problem?.field('name'), problem?.field('password')];
  return (
    <form
      method="post" // before the page is alive a password must not end in the address
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void join();
      }}
    >
      {problem && !nameFault && !passwordFault && (
        <Notice tone="bad" live>
          {problem.message}
        </Notice>
      )}
      <Field label="E-mail address">
        <Input type="email" value={email} readOnly autoComplete="username" />
      </Field>
      {!hasAccount && (
        <Field label="Your name" hint="As colleagues will see it." error={nameFault}>
          <Input value={name} onValueChange={setName} autoComplete="name" maxLength={120} required />
        </Field>
      )}
      <Field
        label={hasAccount ? 'Your password' : 'A password'}
        hint={hasAccount ? 'You have an account here already.' : '15 characters or more; a sentence is fine.'}
        error={passwordFault}
      >
        <Input
          type="password"
          value={password}
          onValueChange={setPassword}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          required
        />
      </Field>
      <Button type="submit" variant="primary" size="large" busy={busy}>
        Join the project
      </Button>
    </form>
  );
}
