import { toast } from 'sonner';
import { messageIds } from './message-ids';

interface Details {
  description?: string;
  /** One thing to do about it: "Undo", "Retry", "Open". */
  action?: { label: string; run: () => void };
  /** Messages with the same key replace each other. */
  key?: string;
}

const ids = messageIds();

function options({ description, action, key }: Details, stays?: number) {
  const end = () => key && ids.end(key);
  const { id, leaves } = key ? ids.next(key, Date.now(), stays) : { id: null, leaves: null };
  if (leaves) toast.dismiss(leaves);
  const press = () => {
    end();
    action?.run();
  };
  return {
    ...(description ? { description } : {}),
    ...(id ? { id, onDismiss: end } : {}),
    ...(action ? { action: { label: action.label, onClick: press } } : {}),
  };
}

/** Says what the server confirmed, for six seconds. */
export function notify(message: string, details: Details = {}) {
  toast.success(message, options(details));
}

/** Says what happened, what is safe and what to do; stays until it is dismissed. */
export function notifyProblem(message: string, details: Details = {}) {
  toast.error(message, { ...options(details, Infinity), duration: Infinity, closeButton: true });
}
