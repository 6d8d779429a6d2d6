/** The texts of the settings of a personal room. */

export const texts = () => ({
  roomSettings: {
    heading: 'Your personal room',
    lead: 'Always the same address, always yours. Send it to whomever you want to meet.',
    link: 'Link to your room',
    number: 'Meeting number',
    open: 'Open the room',
    title: 'Name of the room',
    titleHint: 'Empty: it bears your name.',
    welcome: 'Words of welcome',
    address: 'Address',
    addressHint: (base: string): string =>
      `What stands after ${base} in the link. Links that you have sent no longer work when you change it.`,
    pin: 'Host PIN',
    pinHint: 'Four digits, by which you are the host when you call in by telephone.',
    byItself: 'By itself',
    locks: 'Lock the room after the start',
    mails: 'Send me an e-mail when somebody waits or comes in',
    wait: 'Minutes until it locks',
    save: 'Save',
    saved: 'Your room is saved.',
    /** Beside those that every page knows. */
    problems: new Map([
      ['RoomAddressTaken', 'Somebody has this address already. Choose another one.'],
      [
        'RoomAddressBroken',
        'The address needs a letter or a digit first, then letters, digits, dots, hyphens or underscores.',
      ],
      ['RoomPinBroken', 'The host PIN is four digits.'],
      ['RoomWaitBroken', 'The room can lock after 0 to 240 minutes.'],
    ]),
  },
});
