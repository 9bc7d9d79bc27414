/** The promise at the foot of every page. The stories count requests to other hosts and expect none. */
export function FootLine({ fetches }: { /** Whether the operator lets the server fetch pages. */ fetches: boolean }) {
  return (
    <footer data-frame-part className="mt-auto px-4 pt-6 pb-2 text-sm text-faint md:px-6">
      {fetches
        ? 'This page contacts no other host; its server contacts those alone whose pages analysts ask it to fetch.'
        : 'Neither this page nor its server contacts another host.'}
    </footer>
  );
}
