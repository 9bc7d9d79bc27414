interface Announcement {
  text: string;
  urgent: boolean;
}

let current: Announcement = { text: '', urgent: false };
const listeners = new Set<() => void>();

/** Says a sentence to screen readers; the eye sees nothing. `urgent` interrupts what is being read. */
export function announce(text: string, urgent = false) {
  // A repeated sentence is only read again if its text differs: a no-break space makes the difference.
  const same = current.text === text && current.urgent === urgent;
  current = { text: same ? `${text}\u00a0` : text, urgent };
  listeners.forEach((listener) => listener());
}

export function readAnnouncement(): Announcement {
  return current;
}

export function subscribeAnnouncements(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
