// Imported first by every script: an unfit Node ends here, before a newer feature is used.

/** Whether this Node runs the whole stack: the same versions that Prisma accepts. `version` is like `20.19.0`. */
export function supported(version) {
  const parts = version.split('.').map(Number);
  const needed = { 20: 19, 22: 12 };
  return parts[0] >= 24 || parts[1] >= (needed[parts[0]] === undefined ? Infinity : needed[parts[0]]);
}

if (!supported(process.versions.node)) {
  console.error(
    'Node ' + process.versions.node + ' does not run Claimbench: install Node 20.19 or later (20.19+, 22.12+ or 24+).',
  );
  process.exit(1);
}
