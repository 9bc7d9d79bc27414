const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];
const named = (known: [RegExp, string][], agent: string) => known.find(([form]) => form.test(agent))?.[1];

/** "Firefox on Linux", or the first words of how a browser names itself. */
export function agentWords(agent: string): string {
  const [browser, system] = [named(browsers, agent), named(systems, agent)];
  if (browser) return system ? `${browser} on ${system}` : browser;
  return agent.trim().slice(0, 60) || 'An unnamed browser';
}
