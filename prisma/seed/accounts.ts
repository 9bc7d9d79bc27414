export type AccountSeed = { name: string; email: string; role: 'analyst' | 'reviewer' | 'lead' };

/** The four people of the demo project. Nobody by these names exists; the passwords are made when the demo is loaded. */
export const accounts = {
  ines: { name: 'Ines Valcourt', email: 'ines@claimbench.example', role: 'analyst' },
  tomasz: { name: 'Tomasz Adeyemi', email: 'tomasz@claimbench.example', role: 'analyst' },
  ruth: { name: 'Ruth Halvorsen', email: 'ruth@claimbench.example', role: 'reviewer' },
  daniel: { name: 'Daniel Osei', email: 'daniel@claimbench.example', role: 'lead' },
} satisfies Record<string, AccountSeed>;

export type AccountKey = keyof typeof accounts;
export type AnalystKey = 'ines' | 'tomasz';
