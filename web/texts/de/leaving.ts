/** The texts of leaving the site for another. */
import type { texts as english } from '../en/leaving.ts';

export const texts: typeof english = () => ({
  leaving: {
    heading: 'Sie verlassen die Meeting-Site',
    lead: 'Sie werden weitergeschickt zu',
    warning: 'Gehen Sie nur weiter, wenn Sie diesen Ort kennen.',
    go: (host: string): string => `Weiter zu ${host}`,
    whole: 'Die ganze Adresse',
    administrators:
      'Für die Administration: Steht dieser Ursprung in urlAPI.backURLs der Site, wird niemand gefragt.',
  },
});
