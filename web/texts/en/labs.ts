/** The texts of labs, for administrators. */

export const texts = () => ({
  labs: {
    heading: 'Labs',
    lead: 'Hosts reserve computers of these labs for their training sessions.',
    none: 'There is no lab yet.',
    computers: 'Computers',
    computersOf: (labName: string): string => `Computers of ${labName}`,
    inUse: (count: number): string => `${count} in use now`,
    save: 'Save',
    saveOf: (labName: string): string => `Save the computers of ${labName}`,
    name: 'Name of a new lab',
    add: 'Add the lab',
    back: 'Back to the overview',
  },
});
