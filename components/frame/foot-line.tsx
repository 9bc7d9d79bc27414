interface FootLineProps {
  /** Whether the operator lets the server fetch pages. */
  fetches: boolean;
  /** Whether the operator lets the server send to webhooks. */
  tells: boolean;
}

/** The promise at the foot of every page. The stories count requests to other hosts and expect none. */
export function FootLine({ fetches, tells }: FootLineProps) {
  const contacted = [
    ...(fetches ? ['those whose pages analysts ask it to fetch'] : []),
    ...(tells ? ['those that leads name as webhooks'] : []),
  ];
  return (
    <footer data-frame-part className="mt-auto px-4 pt-6 pb-2 text-sm text-faint md:px-6">
      {contacted.length
        ? `This page contacts no other host; its server contacts only ${contacted.join(' and ')}.`
        : 'Neither this page nor its server contacts another host.'}
    </footer>
  );
}
