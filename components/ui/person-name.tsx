interface PersonNameProps {
  /** `external`: has no account here. An archive named them, or they made it in another tool. */
  person: { readonly name: string; readonly external?: true | undefined };
  /** A word before the name: "for" whom a member brought it in. */
  before?: string;
  className?: string;
}

/** Somebody by name, wherever a person is shown. Who has no account here is external: seen, and read aloud after the name. */
export function PersonName({ person: { name, external }, before, className }: PersonNameProps) {
  return (
    <span className={className}>
      {before ? `${before} ` : null}
      {name}
      {external ? (
        <>
          {' '}
          <span
            title="Has no account here"
            className="rounded-sm border border-line bg-desk px-1 text-xs font-normal whitespace-nowrap text-muted"
          >
            external
          </span>
        </>
      ) : null}
    </span>
  );
}
