'use client';
import { createContext, useContext, useLayoutEffect, useState, type ReactNode } from 'react';

type Said = readonly ReactNode[];

const SaidAtFields = createContext<Said>([]);
const SayAtField = createContext<((change: (before: Said) => Said) => void) | null>(null);

/** Around a form: what its fields say of themselves its summary need not say again. */
export function FormFaults({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>([]);
  return (
    <SayAtField.Provider value={setSaid}>
      <SaidAtFields.Provider value={said}>{children}</SaidAtFields.Provider>
    </SayAtField.Provider>
  );
}

/** What the fields of the form around it say. */
export const useSaidAtFields = (): Said => useContext(SaidAtFields);

/** Tells the form around a field what stands under it. */
export function useSayAtField(error: ReactNode) {
  const change = useContext(SayAtField);
  useLayoutEffect(() => {
    if (!error || !change) return;
    change((before) => [...before, error]);
    return () => change((before) => before.filter((one, at) => at !== before.indexOf(error)));
  }, [error, change]);
}
