'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import clsx from 'clsx';
import { ChevronsUpDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { controlLook } from './control-look';

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
  disabled?: boolean;
  className?: string;
}

/** One of a long list, found by typing. */
export function Combobox<Item>(props: ComboboxProps<Item>) {
  const { label, items, value, onValueChange, itemKey, itemLabel, onSearch, placeholder, disabled, className } = props;
  return (
    <Base.Root
      items={[...items]}
      {...(onSearch ? { filteredItems: [...items] } : {})}
      value={value}
      onValueChange={(next) => onValueChange(next as Item | null)}
      onInputValueChange={(text, { reason }) => reason === 'input-change' && onSearch?.(text)}
      itemToStringLabel={itemLabel}
      itemToStringValue={itemKey}
      isItemEqualToValue={(one, other) => itemKey(one) === itemKey(other)}
      disabled={disabled}
      autoHighlight
    >
      <Base.InputGroup className={clsx('relative', className)}>
        <Base.Input aria-label={label} placeholder={placeholder} className={clsx(controlLook, 'h-8 pr-14')} />
        <div className="absolute inset-y-0 right-1 flex items-center text-faint">
          <Base.Clear aria-label="Clear" className="flex size-6 items-center justify-center rounded-sm hover:text-ink">
            <X size={14} aria-hidden />
          </Base.Clear>
          <Base.Trigger
            aria-label="Show all"
            className="flex size-6 items-center justify-center rounded-sm hover:text-ink"
          >
            <ChevronsUpDown size={14} aria-hidden />
          </Base.Trigger>
        </div>
      </Base.InputGroup>
      <ComboboxList {...props} />
    </Base.Root>
  );
}

function ComboboxList<Item>({ itemKey, itemLabel, renderItem, emptyText = 'Nothing found.' }: ComboboxProps<Item>) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-50 outline-none">
        <Base.Popup className="floating w-(--anchor-width) max-w-(--available-width) min-w-56">
          <Base.Empty>
            <div className="px-3 py-2 text-muted">{emptyText}</div>
          </Base.Empty>
          <Base.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 outline-none data-empty:p-0">
            {(item: Item) => (
              <Base.Item key={itemKey(item)} value={item} className="option data-selected:font-medium">
                {renderItem ? renderItem(item) : itemLabel(item)}
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
