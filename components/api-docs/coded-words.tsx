/** Words in which what stands between backticks is code. */
export const CodedWords = ({ children }: { children: string }) =>
  children.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="font-mono text-[0.9em]">
        {part}
      </code>
    ),
  );
