'use client';
import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cellLook, type Column, type DataTableProps, type Sorting } from './data-table-look';

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sorting | undefined;
  onSortChange: ((sort: Sorting) => void) | undefined;
  top: string;
}

const frame =
  'sticky z-10 h-8 border-b border-line bg-page px-2 text-sm font-medium text-muted first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6';

function HeadCell<Row>({ column, sort, onSortChange, top }: HeadCellProps<Row>) {
  const now = sort?.id === column.id ? sort.direction : undefined;
  const Arrow = now === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      style={{ top, width: column.width }}
      aria-sort={column.sortable ? (now ?? 'none') : undefined}
      className={clsx(frame, cellLook(column))}
    >
      {column.sortable && onSortChange ? (
        <button
          type="button"
          onClick={() => onSortChange({ id: column.id, direction: now === 'ascending' ? 'descending' : 'ascending' })}
          className="-mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-ink touch"
        >
          <span className="truncate">{column.header}</span>
          {now ? <Arrow size={12} aria-hidden className="shrink-0 text-ink" /> : null}
        </button>
      ) : (
        <span className="block truncate">{column.header}</span>
      )}
    </th>
  );
}

/** The head of `DataTable`: stays in view, sorts. */
export function DataTableHead<Row>(props: DataTableProps<Row> & { box: ReactNode }) {
  const { columns, sort, onSortChange, box, stickyTop = 'var(--bar-height)' } = props;
  return (
    <thead>
      <tr>
        {box ? (
          <th scope="col" style={{ top: stickyTop }} className={clsx(frame, 'w-11 md:w-13')}>
            <span className="flex">{box}</span>
          </th>
        ) : null}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSortChange={onSortChange} top={stickyTop} />
        ))}
      </tr>
    </thead>
  );
}
