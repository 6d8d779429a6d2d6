/** The texts of joining a session. */
import { about, capital, short } from './words.ts';

export const texts = about((words) => ({
  join: {
    heading: `Join ${short(words)}`,
    name: 'Your name',
    email: 'E-mail address',
    password: `${capital(short(words))} password`,
    panelPassword: 'Panelist password',
    registrationID: 'Registration ID',
    submit: 'Join',
    signIn: 'I have an account: sign in',
    accountRequired: `This ${words.noun} is for people with an account on this site.`,
    register: `Not ${words.registered} yet? ${words.register}`,
  },
}));
