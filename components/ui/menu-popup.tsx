'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { BorrowedTrigger } from './borrowed-trigger';
import type { MenuProps } from './popup-props';
import { MenuParts } from './use-menu-parts';
import type { Borrowed } from './use-late-trigger';
import { usePortalHost } from './use-portal-host';

const parts: MenuParts = {
  Item: Base.Item,
  LinkItem: Base.LinkItem,
  Separator: Base.Separator,
  Group: Base.Group,
  GroupLabel: Base.GroupLabel,
  RadioGroup: Base.RadioGroup,
  RadioItem: Base.RadioItem,
  RadioItemIndicator: Base.RadioItemIndicator,
};

/** What a `Menu` opens. */
export function MenuPopup(props: Omit<MenuProps, 'trigger'> & { by: Borrowed }) {
  const { by, side = 'bottom', align = 'start', className = '', children } = props;
  return (
    <Base.Root onOpenChange={by.onOpenChange}>
      <Base.Trigger id={by.id} render={(asked) => <BorrowedTrigger asked={asked} by={by} />} />
      <Base.Portal container={usePortalHost()}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            id={by.popupId}
            className={`floating max-h-(--available-height) min-w-44 overflow-y-auto p-1 outline-none ${className}`}
          >
            <MenuParts.Provider value={parts}>{children}</MenuParts.Provider>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
