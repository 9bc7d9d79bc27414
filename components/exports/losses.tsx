/** What of this very export the format has no place for, before anybody downloads it. */
export function Losses({ format, loses }: { format: string; loses: string[] }) {
  if (loses.length === 0) return <p className="text-sm text-muted">{format} carries all of it.</p>;
  return (
    <section aria-labelledby="losses" className="flex flex-col gap-1 border-s-3 border-warn ps-3">
      <h3 id="losses" className="font-medium">
        {format} cannot carry
      </h3>
      <ul className="flex flex-col gap-0.5 text-sm">
        {loses.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
