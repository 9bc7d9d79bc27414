import { Disclosure } from '@/components/ui/disclosure';
import { nameIn, type Schema } from '@/lib/api/openapi';
import { FieldLine } from './field-line';
import { typeWords } from './schema-words';

type Components = Record<string, Schema>;
const DEEPEST = 4;

/** The object inside a type, wherever it stands: behind a name, in a list, beside null. */
function insideOf(schema: Schema, components: Components): Schema | null {
  if (schema.$ref) return insideOf(components[nameIn(schema.$ref)] ?? {}, components);
  if (schema.items) return insideOf(schema.items, components);
  const choices = (schema.anyOf ?? schema.oneOf ?? []).filter((one) => one.type !== 'null');
  if (choices.length === 1) return insideOf(choices[0]!, components);
  if (choices.length > 1 && choices.some((one) => insideOf(one, components))) return { anyOf: choices };
  return schema.properties ? schema : null;
}

// What is sent says what must be there, what is answered what may not be: the rarer of the two in each.
const noteOf = (required: boolean, answered: boolean) => {
  if (answered) return required ? null : 'may be missing';
  return required ? 'needed' : null;
};

interface FieldsListProps {
  schema: Schema;
  components: Components;
  /** Of an answer, not of what is sent. */
  answered?: boolean;
  deep?: number;
}

/** The fields of a schema; what lies inside one opens below it. */
export function FieldsList({ schema, components, answered = false, deep = 0 }: FieldsListProps) {
  const inside = insideOf(schema, components);
  if (!inside) return <p className="text-muted">{typeWords(schema)}</p>;
  if (inside.anyOf)
    return (
      <ul className="flex flex-col gap-2">
        {inside.anyOf.map((one, index) => (
          <li key={index}>
            <p className="text-sm font-medium text-muted">{index === 0 ? 'Either' : 'Or'}</p>
            <FieldsList schema={one} components={components} answered={answered} deep={deep + 1} />
          </li>
        ))}
      </ul>
    );
  return (
    <ul>
      {Object.entries(inside.properties ?? {}).map(([name, field]) => {
        const more = deep < DEEPEST && insideOf(field, components);
        return (
          <FieldLine
            key={name}
            name={name}
            schema={field}
            note={noteOf(inside.required?.includes(name) ?? false, answered)}
            about={field.description}
          >
            {more && (
              <Disclosure summary={`What is in ${name}`}>
                <div className="border-l-2 border-line pl-4">
                  <FieldsList schema={field} components={components} answered={answered} deep={deep + 1} />
                </div>
              </Disclosure>
            )}
          </FieldLine>
        );
      })}
    </ul>
  );
}
