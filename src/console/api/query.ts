/** The query of an address, as the shapes read it: a name that stands there more than once is a list. */
export function queryOf(url: string): Readonly<Record<string, unknown>> {
  const [, query = ''] = /\?(.*)$/s.exec(url) ?? [];
  const parameters = new URLSearchParams(query);
  const names = new Set(parameters.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : emptyIsNothing(values[0])];
    }),
  );
}

/** As a form sends a field that nobody has filled in. */
function emptyIsNothing(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
