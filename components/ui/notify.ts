import { toast } from 'sonner';

interface Details {
  description?: string;
  /** One thing to do about it: "Undo", "Retry", "Open". */
  action?: { label: string; run: () => void };
  /** Messages with the same key replace each other. */
  key?: string;
}

function options({ description, action, key }: Details) {
  return {
    ...(description ? { description } : {}),
    ...(key ? { id: key } : {}),
    ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
  };
}

/** Says what the server confirmed, for six seconds. */
export function notify(message: string, details: Details = {}) {
  toast.success(message, options(details));
}

/** Says what happened, what is safe and what to do; stays until it is dismissed. */
export function notifyProblem(message: string, details: Details = {}) {
  toast.error(message, { ...options(details), duration: Infinity, closeButton: true });
}
