'use client';
import { useRef } from 'react';
import { Checkbox } from './checkbox';
import { DataTableBody } from './data-table-body';
import { DataTableHead } from './data-table-head';
import type { DataTableProps } from './data-table-look';
import { useRowKeys } from './use-row-keys';

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
