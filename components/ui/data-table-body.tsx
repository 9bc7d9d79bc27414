'use client';
import type { KeyboardEvent, Ref } from 'react';
import { cellLook, type DataTableProps } from './data-table-look';
import { DataTableRow } from './data-table-row';
import { Skeleton } from './skeleton';
import { useRowWindow } from './use-row-window';

interface DataTableBodyProps<Row> extends DataTableProps<Row> {
  ref: Ref<HTMLTableSectionElement>;
  onKeyDown: (event: KeyboardEvent) => void;
  choose?: (key: string) => void;
}

/** The rows of `DataTable`: all of them, or of a long list those near the window with room kept for the others. */
export function DataTableBody<Row>({ ref, onKeyDown, ...props }: DataTableBodyProps<Row>) {
  const { rows, rowKey, loading, columns, choose } = props;
  const { first, last, before, after, measure } = useRowWindow(rows.length);
  if (loading) return <LoadingRows {...props} />;
  return (
    <tbody ref={ref} onKeyDown={onKeyDown}>
      <tr aria-hidden ref={measure} style={{ height: before }} />
      {rows.slice(first, last).map((row, at) => (
        <DataTableRow key={rowKey(row)} {...props} row={row} position={first + at} />
      ))}
      {after > 0 ? (
        <tr aria-hidden style={{ height: after }}>
          <td colSpan={columns.length + (choose ? 1 : 0)} />
        </tr>
      ) : null}
    </tbody>
  );
}

function LoadingRows<Row>({ columns, label, choose }: DataTableProps<Row> & { choose?: (key: string) => void }) {
  return (
    <tbody>
      {Array.from({ length: 8 }, (_, row) => (
        <tr key={row}>
          {choose ? <td className="border-b border-line" /> : null}
          {columns.map((column, at) => (
            <td
              key={column.id}
              className={`h-9 border-b border-line px-2 first:pl-4 md:first:pl-6 ${cellLook(column)}`}
            >
              {row === 0 && at === 0 ? <span className="sr-only">Loading {label.toLowerCase()}</span> : null}
              <Skeleton className={at === 0 ? 'h-3.5 w-3/4' : 'h-3.5 w-1/2'} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
