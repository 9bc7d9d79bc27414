import { Disclosure } from '@/components/ui/disclosure';
import type { ImportCheck } from '@/lib/imports/import';

const FEW = 8;

/** What does not come: the reason, the words, and where they stand in the files. */
export function LeftList({ left, count }: { left: ImportCheck['left']; count: number }) {
  if (count === 0) return null;
  const rows = (list: ImportCheck['left']) => (
    <ul className="divide-y divide-line border-y border-line">
      {list.map(({ at, what, why }, index) => (
        <li key={index} className="grid gap-x-4 py-1.5 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)]">
          <span className="line-clamp-2 font-medium wrap-anywhere">{what}</span>
          <span>{why}</span>
          <span className="text-sm wrap-anywhere text-muted">{at}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="left" className="flex flex-col gap-2">
      <h3 id="left" className="font-semibold">
        Does not come: {count.toLocaleString('en')}
      </h3>
      {rows(left.slice(0, FEW))}
      {left.length > FEW && (
        <Disclosure summary={`${(left.length - FEW).toLocaleString('en')} more`}>{rows(left.slice(FEW))}</Disclosure>
      )}
      {count > left.length && (
        <p className="text-muted">{(count - left.length).toLocaleString('en')} further ones are not listed.</p>
      )}
    </section>
  );
}
