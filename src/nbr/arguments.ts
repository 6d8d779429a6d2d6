/**
 * Which argument is which parameter: by name in any case and order, as clients write `siteId` and `siteID`, or else by
 * its place, as clients do that know the WSDL alone (`in0`, `in1`).
 */
import { type Argument, type NbrParameters, type NbrValues, ParameterRefused } from './nbr-parameters.ts';

/** @throws ParameterRefused when one is missing, stands twice or says something else than it must */
export function valuesOf<P extends NbrParameters>(parameters: P, list: readonly Argument[]): NbrValues<P> {
  const names = new Map(Object.keys(parameters).map((name) => [name.toLowerCase(), name]));
  const matched = new Map<string, Argument>();
  for (const argument of list) {
    const name = names.get(argument.name.toLowerCase());
    if (name === undefined) continue;
    if (matched.has(name)) throw new ParameterRefused(name, 'may be given once');
    matched.set(name, argument);
  }
  const values = Object.entries(parameters).map(([name, kind], place) => {
    const argument = matched.get(name) ?? atPlace(list, place, names);
    const value = argument && kind.read({ ...argument, name });
    if (value === undefined && !kind.isOptional) throw new ParameterRefused(name, 'is required');
    return [name, value];
  });
  return Object.fromEntries(values);
}

/** What has the name of another parameter stands for that one, wherever it stands. */
function atPlace(
  list: readonly Argument[],
  place: number,
  names: ReadonlyMap<string, string>,
): Argument | undefined {
  const argument = list[place];
  return argument && !names.has(argument.name.toLowerCase()) ? argument : undefined;
}
