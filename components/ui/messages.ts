import { toast } from 'sonner';
import { messageIds, type Details } from './message-ids';

const ids = messageIds();

/** A message that goes is drawn for some frames more: what it offered is taken off at once, as another is offered now. */
function letGo(id: string) {
  const leaving = toast.getToasts().find((one) => one.id === id);
  if (leaving && 'title' in leaving) toast(leaving.title, { id, action: undefined });
  toast.dismiss(id);
}

function options({ description, action, key }: Details, stays?: number) {
  const end = () => key && ids.end(key);
  const { id, leaves } = key ? ids.next(key, Date.now(), stays) : { id: null, leaves: null };
  if (leaves) letGo(leaves);
  const press = () => {
    end();
    action?.run();
  };
  // Said where there is none as well: one that takes the place of another would keep what that one offered.
  return {
    description,
    action: action && { label: action.label, onClick: press },
    ...(id ? { id, onDismiss: end } : {}),
  };
}

/** What `notify` shows, by the library. */
export function say(message: string, details: Details) {
  toast.success(message, options(details));
}

/** What `notifyProblem` shows. */
export function sayProblem(message: string, details: Details) {
  toast.error(message, { ...options(details, Infinity), duration: Infinity, closeButton: true });
}
