import type { ReactNode } from 'react';

interface PictureTableProps {
  label: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** The equal of a picture: nothing cut, nothing left out, to be read, searched by the browser and copied. */
export function PictureTable({ label, columns, rows }: PictureTableProps) {
  return (
    <div className="relative overflow-x-auto px-4 md:px-6" role="region" aria-label={`Table: ${label}`} tabIndex={0}>
      <table aria-label={label} className="w-full min-w-xl border-collapse text-start">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-b border-line py-1.5 pe-4 text-start text-sm font-medium text-muted"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="hover:bg-hover">
              {cells.map((cell, nth) => (
                <td key={columns[nth]} className="border-b border-line py-1.5 pe-4 align-top wrap-anywhere">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
