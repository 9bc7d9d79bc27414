'use client';
import { useState } from 'react';
import { Problem } from '@/lib/api/client';

/** A write with what the screen shows of it: under way, or refused. What was typed is the caller's and stays. */
export function useSend() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** The write's answer, or null when it was refused. */
  async function send<T>(write: () => Promise<T>): Promise<T | null> {
    setBusy(true);
    setProblem(null);
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      return null;
    } finally {
      setBusy(false);
    }
  }
  return { busy, problem, send, dismiss: () => setProblem(null) };
}
