/** What the editor offers while somebody types: the elements of an operation, and the words of its lists. */
import type { ElementSpec } from '@codemirror/lang-xml';
import type { ElementOutline } from '../../../../src/console/test-tool/test-tool-data.ts';

export function completionsOf(request: readonly ElementOutline[]): ElementSpec[] {
  const specs = new Map<string, { children: Set<string>; words: Set<string> }>();
  const visit = (elements: readonly ElementOutline[]): string[] =>
    elements
      .filter(({ isAttribute }) => !isAttribute)
      .map(({ name, values, kind, children = [] }) => {
        const spec = specs.get(name) ?? { children: new Set(), words: new Set() };
        specs.set(name, spec);
        for (const child of visit(children)) spec.children.add(child);
        for (const word of values ?? (kind === 'boolean' ? ['true', 'false'] : [])) spec.words.add(word);
        return name;
      });
  const top = visit(request);
  return [
    { name: 'bodyContent', children: top },
    ...[...specs].map(([name, { children, words }]) => ({
      name,
      children: [...children],
      textContent: [...words],
    })),
  ];
}
