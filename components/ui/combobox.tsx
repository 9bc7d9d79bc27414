'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import clsx from 'clsx';
import { ChevronsUpDown, Search } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { controlLook } from './control-look';
import { useFieldOfButton } from './use-field';
import { usePortalHost } from './use-portal-host';

interface ComboboxProps<Item> {
  /** The name of the control; inside a `Field` the field names it. */
  label?: string;
  items: readonly Item[];
  value: Item | null;
  onValueChange: (item: Item | null) => void;
  itemKey: (item: Item) => string;
  itemLabel: (item: Item) => string;
  renderItem?: (item: Item) => ReactNode;
  /** Given: `items` are the server's answer to this text and are shown as they come. */
  onSearch?: (text: string) => void;
  placeholder?: string;
  emptyText?: ReactNode;
  /** Under the list, for instance a way to create what was not found. Gets what was typed. */
  footer?: (text: string) => ReactNode;
  disabled?: boolean;
  className?: string;
}

/** One of a long list, found by typing. Typing on the closed control opens it with that letter. */
export function Combobox<Item>(props: ComboboxProps<Item>) {
  const {
    label,
    items,
    value,
    onValueChange,
    itemKey,
    itemLabel,
    renderItem,
    onSearch,
    placeholder = 'Choose',
  } = props;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const field = useFieldOfButton();
  function search(next: string) {
    setText(next);
    onSearch?.(next);
  }
  const openByTyping: ComponentProps<typeof Base.Trigger>['onKeyDown'] = (event) => {
    if (open || event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // Left alone, the closed control would choose the first item with that letter, unseen.
    event.preventBaseUIHandler();
    setOpen(true);
    search(event.key);
  };
  return (
    <Base.Root
      items={[...items]}
      {...(onSearch ? { filteredItems: [...items] } : {})}
      value={value}
      onValueChange={(next) => onValueChange(next as Item | null)}
      open={open}
      onOpenChange={setOpen}
      inputValue={text}
      onInputValueChange={search}
      itemToStringLabel={itemLabel}
      itemToStringValue={itemKey}
      isItemEqualToValue={(one, other) => itemKey(one) === itemKey(other)}
      disabled={props.disabled}
      autoHighlight
    >
      <Base.Trigger
        {...field}
        aria-label={label}
        onKeyDown={openByTyping}
        className={clsx(controlLook, 'flex h-8 items-center justify-between gap-2 text-start', props.className)}
      >
        <span className={clsx('flex min-w-0 items-center gap-2 truncate', value === null && 'text-faint')}>
          {value === null ? placeholder : renderItem ? renderItem(value) : itemLabel(value)}
        </span>
        <ChevronsUpDown size={14} className="shrink-0 text-faint" aria-hidden />
      </Base.Trigger>
      <ComboboxPopup {...props} text={text} />
    </Base.Root>
  );
}

function ComboboxPopup<Item>(props: ComboboxProps<Item> & { text: string }) {
  const { label, itemKey, itemLabel, renderItem, emptyText = 'Nothing found.', footer, text } = props;
  return (
    <Base.Portal container={usePortalHost()}>
      <Base.Positioner sideOffset={4} align="start" className="z-50 outline-none">
        <Base.Popup
          aria-label={label ?? 'Choose'}
          className="floating w-(--anchor-width) max-w-(--available-width) min-w-60 outline-none"
        >
          <div className="flex items-center gap-2 border-b border-line px-2.5 text-faint">
            <Search size={14} aria-hidden />
            <Base.Input
              aria-label={`Find ${label ?? ''}`.trim()}
              placeholder="Type to find"
              onFocus={(event) => event.currentTarget.setSelectionRange(text.length, text.length)}
              data-quiet-focus
              className="h-8 min-w-0 flex-1 bg-transparent text-base text-ink pointer-coarse:h-11 pointer-coarse:text-lg"
            />
          </div>
          <Base.Empty>
            <div className="px-3 py-2 text-muted">{emptyText}</div>
          </Base.Empty>
          <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 outline-none data-empty:p-0">
            {(item: Item) => (
              <Base.Item key={itemKey(item)} value={item} className="option data-selected:font-semibold">
                {renderItem ? renderItem(item) : itemLabel(item)}
              </Base.Item>
            )}
          </Base.List>
          {footer ? <div className="border-t border-line p-1">{footer(text)}</div> : null}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
