'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { Count } from './count';

interface TabsProps<Value extends string> {
  label: string;
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode; count?: number }[];
  /** One `TabPanel` a tab. */
  children: ReactNode;
}

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, value, defaultValue, onValueChange, tabs, children } = props;
  return (
    <Base.Root
      {...(value === undefined ? { defaultValue: defaultValue ?? tabs[0]?.value } : { value })}
      onValueChange={(next) => onValueChange?.(next as Value)}
    >
      <Base.List aria-label={label} className="relative flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="flex h-8 items-center gap-1.5 rounded-sm px-2 text-muted select-none -outline-offset-2 hover:text-ink data-active:font-medium data-active:text-ink touch"
          >
            {tab.label}
            {tab.count === undefined ? null : <Count value={tab.count} />}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent transition-[translate,width] forced-colors:bg-[Highlight]" />
      </Base.List>
      {children}
    </Base.Root>
  );
}
