import clsx from 'clsx';
import type { ReactNode } from 'react';

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
  return clsx(column.align === 'end' ? 'text-end' : 'text-start', column.from && from[column.from]);
}
