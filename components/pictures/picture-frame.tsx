'use client';
import { useId, useState, type ReactNode, type RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { saveSvg } from './save-svg';

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
}

/** A picture of the evidence: what its signs mean, its equal as a table, and the picture as a file. */
export function PictureFrame({ label, file, legend, tools, picture, svg, table }: PictureFrameProps) {
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex min-w-0 flex-col gap-2">
      <h2 id={heading} className="sr-only">
        {label}
      </h2>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 md:px-6">
        <Segmented
          label={`${label} as`}
          value={shown}
          onValueChange={setShown}
          options={[
            { value: 'picture', label: 'Picture' },
            { value: 'table', label: 'Table' },
          ]}
        />
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
      {shown === 'picture' ? picture : table}
    </section>
  );
}
