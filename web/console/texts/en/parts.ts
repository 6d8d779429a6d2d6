/** The words of the page that shows all parts. */
export const texts = {
  title: 'Parts',
  lead: 'What every page of the console is made of.',
};
