'use client';
import clsx from 'clsx';
import { useId, useState, type ReactNode, type RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { saveSvg } from './save-svg';
import { useWide } from './use-wide';

interface PictureFrameProps {
  label: string;
  /** The name of the file that it is saved as. */
  file: string;
  legend: ReactNode;
  /** More to do with the picture: zoom. */
  tools?: ReactNode;
  picture: ReactNode;
  /** Where the drawing is, within the picture. */
  svg: RefObject<SVGSVGElement | null>;
  /** The same as the picture, for reading, copying and screen readers. */
  table: ReactNode;
  /** Where the table stands when there is room for both. */
  tableAt: 'side' | 'foot';
}

/** A picture of the evidence: what its signs mean, its equal as a table, and the picture as a file. Where there is room, both at once. */
export function PictureFrame({ label, file, legend, tools, picture, svg, table, tableAt }: PictureFrameProps) {
  const [chosen, setShown] = useState<'picture' | 'table'>('picture');
  const wide = useWide();
  const shown = wide ? 'picture' : chosen;
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex min-w-0 flex-col gap-2">
      <h2 id={heading} className="sr-only">
        {label}
      </h2>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 md:px-6">
        {wide ? null : (
          <Segmented
            label={`${label} as`}
            value={shown}
            onValueChange={setShown}
            options={[
              { value: 'picture', label: 'Picture' },
              { value: 'table', label: 'Table' },
            ]}
          />
        )}
        {shown === 'picture' ? (
          <>
            <div className="text-sm text-muted">{legend}</div>
            <div className="ms-auto flex items-center gap-1">
              {tools}
              <Button size="small" variant="quiet" onClick={() => svg.current && saveSvg(svg.current, file)}>
                Save as SVG
              </Button>
            </div>
          </>
        ) : null}
      </div>
      {wide ? (
        <div className={clsx('grid gap-4', tableAt === 'side' && 'grid-cols-[minmax(0,3fr)_minmax(0,2fr)]')}>
          {picture}
          <div
            className={clsx(
              'min-w-0',
              tableAt === 'side' && 'max-h-160 overflow-y-auto border-y border-line text-sm [&_table]:min-w-0',
            )}
          >
            {table}
          </div>
        </div>
      ) : shown === 'picture' ? (
        picture
      ) : (
        table
      )}
    </section>
  );
}
