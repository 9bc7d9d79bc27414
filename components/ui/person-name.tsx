interface PersonNameProps {
  /** `external`: has no account here. An archive named them, or they made it in another tool. */
  person: { readonly name: string; readonly external?: true | undefined };
  className?: string;
}

/** That somebody has no account here: seen, and read aloud after the name. */
export const External = () => (
  <span
    title="Has no account here"
    className="rounded-sm border border-line bg-desk px-1 text-xs font-normal whitespace-nowrap text-muted"
  >
    external
  </span>
);

/** Somebody by name, wherever a person is shown; who has no account here is external. */
export function PersonName({ person: { name, external }, className }: PersonNameProps) {
  return (
    <span className={className}>
      {name}
      {external ? (
        <>
          {' '}
          <External />
        </>
      ) : null}
    </span>
  );
}

/** Whoever made something in another tool, beside the name of who brought it in. */
export const ForExternal = ({ name }: { name: string }) => (
  <span className="wrap-anywhere">
    for <PersonName person={{ name, external: true }} />
  </span>
);
