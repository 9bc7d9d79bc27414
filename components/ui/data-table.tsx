'use client';
import clsx from 'clsx';
import { useRef, type ReactNode } from 'react';
import { Checkbox } from './checkbox';
import { DataTableBody } from './data-table-body';
import { DataTableHead } from './data-table-head';
import { useRowKeys } from './use-row-keys';

export interface Column<Row> {
  id: string;
  header: string;
  /** What stands in the cell. In the primary column it becomes the text of the row's link. */
  cell: (row: Row) => ReactNode;
  /** The column whose text opens the row; the first one if none says so. */
  primary?: boolean;
  /** CSS width, e.g. "8rem"; the rest share what is left. */
  width?: string;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** Not shown on narrower screens. */
  from?: 'md' | 'lg' | 'xl';
}

export interface Sorting {
  id: string;
  direction: 'ascending' | 'descending';
}

export interface DataTableProps<Row> {
  /** What the rows are: "Articles". */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; or `onOpen` for what it does. */
  rowHref?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  sort?: Sorting;
  onSortChange?: (sort: Sorting) => void;
  /** Keys of the chosen rows; given, every row has a box. */
  selected?: ReadonlySet<string>;
  onSelectedChange?: (selected: ReadonlySet<string>) => void;
  /** How a row is called beside its box. */
  rowLabel?: (row: Row) => string;
  /** Shows the shape of the rows to come. */
  loading?: boolean;
  /** In the place of rows when there are none. */
  empty?: ReactNode;
  /** Where the head sticks: below the top bar, or at the top of a pane that scrolls by itself. */
  stickyTop?: string;
}

/** The class that a cell of this column carries, in head and body alike. */
export function cellLook<Row>(column: Column<Row>): string {
  const from = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' };
  return clsx(column.align === 'end' && 'text-end', column.from && from[column.from]);
}

function toggle(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** A list as a real table: rows are links, J/K and arrows move, X chooses; rows far away are not in the page. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, selected, onSelectedChange, loading, empty } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const choose = selected && onSelectedChange ? (key: string) => onSelectedChange(toggle(selected, key)) : undefined;
  const onKeyDown = useRowKeys(body, label, choose);
  if (rows.length === 0 && !loading && empty) return <>{empty}</>;
  const all = rows.length > 0 && selected?.size === rows.length;
  const box = choose ? (
    <Checkbox
      label={`All ${label.toLowerCase()}`}
      checked={all}
      indeterminate={!all && (selected?.size ?? 0) > 0}
      onCheckedChange={(on) => onSelectedChange?.(new Set(on ? rows.map(rowKey) : []))}
    />
  ) : null;
  return (
    <table
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-busy={loading || undefined}
      className="w-full table-fixed border-separate border-spacing-0"
    >
      <DataTableHead {...props} box={box} />
      <DataTableBody {...props} ref={body} onKeyDown={onKeyDown} {...(choose ? { choose } : {})} />
    </table>
  );
}
