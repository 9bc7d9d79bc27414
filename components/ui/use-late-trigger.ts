'use client';
import {
  cloneElement,
  useCallback,
  useId,
  useRef,
  useState,
  type ComponentPropsWithRef,
  type ReactElement,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import type { Late } from './late';
import { useLate } from './use-late';

/** What the library asks of a button, and listens to. */
export type Lent = ComponentPropsWithRef<'button'>;

/** What a popup that has come needs of the button that was there before it. */
export interface Borrowed {
  id: string;
  popupId: string;
  button: RefObject<HTMLButtonElement | null>;
  onOpenChange: (open: boolean) => void;
  /** Gives the button what the library listens to; null takes it back. */
  lend: (lent: Lent | null) => void;
}

const LISTENS = [
  'onClick',
  'onPointerDown',
  'onPointerEnter',
  'onMouseDown',
  'onMouseMove',
  'onMouseEnter',
  'onMouseLeave',
  'onKeyDown',
  'onKeyUp',
  'onFocus',
  'onBlur',
] as const;
type Listens = (typeof LISTENS)[number];
type Answers = Partial<Record<Listens, (event: SyntheticEvent) => void>>;

/** The same press once more. */
const again = (event: Event) => new (event.constructor as typeof Event)(event.type, event);

/** A press at the button: the library's, or kept until it is there. */
function usePress(button: RefObject<HTMLButtonElement | null>) {
  const lent = useRef<Answers | null>(null);
  const press = useRef<Event | null>(null);
  /** Whether the press under way is the library's from its beginning: half of one would open and close. */
  const whole = useRef(true);
  const repeat = useCallback(() => {
    const first = press.current;
    press.current = null;
    // After the library has bound everything else.
    if (first) setTimeout(() => button.current?.dispatchEvent(again(first)));
  }, [button]);
  const lend = useCallback(
    (given: Lent | null) => {
      lent.current = given as Answers | null;
      if (given) repeat();
    },
    [repeat],
  );
  /** Whether it was the library's. */
  function handOn(name: Listens, event: SyntheticEvent): boolean {
    if (name === 'onPointerDown') whole.current = lent.current !== null;
    if (!lent.current || !whole.current) return false;
    lent.current[name]?.(event);
    return true;
  }
  function keep({ nativeEvent }: SyntheticEvent) {
    whole.current = true;
    press.current = nativeEvent;
    if (lent.current) repeat();
  }
  const forget = () => void (press.current = null);
  return { lend, handOn, keep, forget };
}

/**
 * A plain button for a popup that comes later. What happens at the button is handed on to the library, and a press that was there first is
 * made again when the popup has come. `shown`: whoever draws it says whether it is open.
 */
export function useLateTrigger<Popup>(piece: Late<Popup>, opens: 'menu' | 'dialog', shown?: boolean) {
  const id = useId();
  const popupId = `${id}-popup`;
  const button = useRef<HTMLButtonElement>(null);
  const [touched, setTouched] = useState(false);
  const [asked, setAsked] = useState(false);
  const [changed, onOpenChange] = useState(false);
  const open = shown ?? changed;
  const { lend, handOn, keep, forget } = usePress(button);
  const popup = useLate(piece, asked || open, () => {
    forget();
    setAsked(false);
  });

  function hear(name: Listens, event: SyntheticEvent) {
    // From an open panel's button the next Tab leads into the panel, which lies elsewhere in the document.
    if (name === 'onKeyDown' && open && isTab(event)) document.getElementById(popupId)?.focus();
    if (handOn(name, event)) return;
    setTouched(true);
    if (name !== 'onClick' && !(name === 'onKeyDown' && opens === 'menu' && isArrow(event))) return;
    event.preventDefault();
    keep(event);
    setAsked(true);
  }
  function put(trigger: ReactElement<Lent>) {
    const own = trigger.props as Answers;
    const listens = LISTENS.map((name) => [
      name,
      (event: SyntheticEvent) => {
        own[name]?.(event);
        hear(name, event);
      },
    ]);
    const says = { 'aria-haspopup': opens, 'aria-expanded': open, 'aria-controls': open ? popupId : undefined };
    const looks = { 'data-popup-open': open ? '' : undefined };
    return cloneElement(trigger, { id, ref: button, ...says, ...looks, ...Object.fromEntries(listens) });
  }
  const by: Borrowed = { id, popupId, button, onOpenChange, lend };
  return { put, by, popup: touched || asked || open ? popup : null };
}

const keyOf = (event: SyntheticEvent) => event.nativeEvent as KeyboardEvent;
const isTab = (event: SyntheticEvent) => keyOf(event).key === 'Tab' && !keyOf(event).shiftKey;
const isArrow = (event: SyntheticEvent) => ['ArrowDown', 'ArrowUp'].includes(keyOf(event).key);
