/** The pages of all areas, each loaded when it is gone to, with the texts of its area. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { AREAS } from './areas.ts';
import type { AreaRoute, ConsoleArea } from './console-area.ts';
import { BrokenPage } from './frame/broken-page.tsx';
import { Frame } from './frame/frame.tsx';
import { MissingPage } from './frame/missing-page.tsx';
import { SHELL } from './shell.ts';
import { loadTexts } from './texts/console-texts.ts';

export function openRouter() {
  const root = createRootRoute({ component: Frame });
  const routes = AREAS.filter(isThere).flatMap((area) =>
    area.routes.map(({ path, load }) =>
      createRoute({
        getParentRoute: () => root,
        path: `/${path}`,
        component: lazyRouteComponent(() => pageOf(area, load)),
      }),
    ),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: SHELL.base,
    // What stands in an address is text, so that people can read it and write it.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const query = new URLSearchParams(search as Record<string, string>).toString();
      return query === '' ? '' : `?${query}`;
    },
    defaultNotFoundComponent: MissingPage,
    defaultErrorComponent: BrokenPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

function isThere({ inDevelopment }: ConsoleArea): boolean {
  return !inDevelopment || SHELL.isDevelopment;
}

async function pageOf({ id }: ConsoleArea, load: AreaRoute['load']) {
  const [{ Page }] = await Promise.all([load(), loadTexts(id)]);
  return { default: Page };
}
