'use client';
import clsx from 'clsx';
import Link from 'next/link';
import type { MouseEvent, ReactNode } from 'react';
import { Checkbox } from './checkbox';
import { cellLook, type DataTableProps } from './data-table-look';

interface DataTableRowProps<Row> extends DataTableProps<Row> {
  row: Row;
  /** From 0, among all rows. */
  position: number;
  choose?: (key: string) => void;
}

const cell =
  'h-9 truncate border-b border-line px-2 first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6 max-md:h-12 pointer-coarse:h-12';

/** A click beside the link opens the row too, unless it was meant for a control or for selecting words. */
function openFromRow(event: MouseEvent<HTMLTableRowElement>) {
  const target = event.target as HTMLElement;
  if (target.closest('a,button,input,label,[role]') || getSelection()?.type === 'Range') return;
  event.currentTarget.querySelector<HTMLElement>('[data-row-link]')?.click();
}

function RowLink<Row>({ row, rowHref, onOpen, children }: DataTableRowProps<Row> & { children: ReactNode }) {
  const look =
    'block truncate rounded-sm text-start font-medium text-ink outline-none max-md:line-clamp-2 max-md:whitespace-normal';
  if (rowHref) {
    return (
      <Link href={rowHref(row)} data-row-link prefetch={false} className={look}>
        {children}
      </Link>
    );
  }
  if (!onOpen) return children;
  return (
    <button type="button" data-row-link onClick={() => onOpen(row)} className={`w-full ${look}`}>
      {children}
    </button>
  );
}

/** One row of `DataTable`. */
export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { row, position, columns, rowKey, selected, choose, rowHref, onOpen, rowLabel } = props;
  const key = rowKey(row);
  const primary = columns.find((column) => column.primary) ?? columns[0];
  return (
    <tr
      aria-rowindex={position + 2}
      data-row={key}
      onClick={rowHref || onOpen ? openFromRow : undefined}
      className={clsx(
        'scroll-mt-8 outline-2 -outline-offset-2 outline-transparent has-[[data-row-link]:focus-visible]:bg-accent-soft has-[[data-row-link]:focus-visible]:outline-accent',
        selected?.has(key) ? 'bg-accent-soft' : 'hover:bg-hover',
        (rowHref || onOpen) && 'cursor-default',
      )}
    >
      {choose ? (
        <td className={cell}>
          <span className="flex">
            <Checkbox
              label={rowLabel?.(row) ?? `Row ${position + 1}`}
              checked={selected?.has(key) ?? false}
              onCheckedChange={() => choose(key)}
            />
          </span>
        </td>
      ) : null}
      {columns.map((column) => (
        <td key={column.id} className={clsx(cell, cellLook(column))}>
          {column === primary ? <RowLink {...props}>{column.cell(row)}</RowLink> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
