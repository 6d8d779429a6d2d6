/** The bars and links of the site's pages. */
import { json, type SettingShape, storedOnly, text, toggle } from './setting.ts';

export const LINK_TARGETS = ['NEW', 'MAIN', 'PARENT', 'TOP'] as const;
type Target = (typeof LINK_TARGETS)[number];

export interface NavigationButton {
  readonly order: number;
  readonly enabled?: boolean | undefined;
  readonly serviceName: string;
  readonly customizedName?: string | undefined;
}

/** A link of a page; one without a name stands at a place that has its own. */
export interface NavigationLink {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly target?: Target | undefined;
  readonly iconURL?: string | undefined;
}

const NO_LINK: NavigationLink = {};

const LINK: SettingShape = {
  fields: { 'name?': 'text', 'url?': 'text', 'target?': { oneOf: LINK_TARGETS }, 'iconURL?': 'text' },
};
const BUTTON: SettingShape = {
  fields: { order: 'number', 'enabled?': 'switch', serviceName: 'text', 'customizedName?': 'text' },
};

export const NAVIGATION_SETTINGS = {
  navBarTop: storedOnly({
    button: json<readonly NavigationButton[]>(
      [],
      'The tabs of the top bar; without any, those of the services that the site has.',
      [BUTTON],
    ),
    displayDisabledService: toggle(true, 'Services that the site lacks are shown too.'),
  }),
  navMyWebEx: storedOnly({
    customLinks: json<readonly NavigationLink[]>([], 'Links of your own.', [LINK]),
    partnerLinks: json<readonly NavigationLink[]>([], "Partners' links.", [LINK]),
    partnerIntegration: toggle(true, "Partners' pages may be built in."),
    support: json<NavigationLink>(NO_LINK, 'Where support is.', LINK),
    training: json<NavigationLink>(NO_LINK, 'Where training is.', LINK),
  }),
  navAllServices: storedOnly({
    customLinks: json<readonly NavigationLink[]>([], 'Links of your own.', [LINK]),
    groupLabel: text('', 'What they are called together.'),
    support: json<NavigationLink>({ name: 'Support' }, 'Where support is.', LINK),
    training: json<NavigationLink>({ name: 'Training' }, 'Where training is.', LINK),
    supportMenu: {
      userGuides: json<NavigationLink>(NO_LINK, 'Where the guides are.', LINK),
      downloads: json<NavigationLink>(NO_LINK, 'Where the programs are.', LINK),
      training: json<NavigationLink>(NO_LINK, 'Where training is.', LINK),
      contactUs: json<NavigationLink>(NO_LINK, 'Where to ask.', LINK),
      supportMyResources: toggle(false, 'The menu has what the account holder was given.'),
    },
  }),
};
