/** Our own pages, for visitors and hosts: what the links and forms of the site lead to. */
import type { FastifyInstance } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { EventStreams } from '../browser/event-stream.ts';
import { assets } from '../browser/pages/assets.ts';
import { siteFolderPage, sitePage } from '../browser/site-page.ts';
import type { Context } from '../context.ts';
import { brandCss } from './brand.css.ts';
import { chatPhp } from './chat.php.ts';
import { chatsPhp } from './chats.php.ts';
import { confirmPhp } from './confirm.php.ts';
import { eventImage } from './event-image.ts';
import { eventsPhp } from './events.php.ts';
import { feedbackPhp } from './feedback.php.ts';
import { forgotPhp, resetPhp } from './forgot.php.ts';
import { grantPhp } from './grant.php.ts';
import { home } from './home.ts';
import { icon } from './icon.ts';
import { image } from './image.ts';
import { languagePhp } from './language.php.ts';
import { logo } from './logo.ts';
import { meetingsPhp } from './meetings/meetings.php.ts';
import { authorizePhp } from './oauth/authorize.php.ts';
import { oauth } from './oauth/index.ts';
import { contactsPhp } from './own/contacts.php.ts';
import { devicesPhp } from './own/devices.php.ts';
import { picturePhp } from './own/picture.php.ts';
import { profilePhp } from './own/profile.php.ts';
import { roomSettingsPhp } from './own/room-settings.php.ts';
import { tokensPhp } from './own/tokens.php.ts';
import { passwordPhp } from './password.php.ts';
import { peoplePhp } from './people.php.ts';
import { programPhp } from './program.php.ts';
import { programsPhp } from './programs.php.ts';
import { recordingPhp } from './recording.php.ts';
import { recordingsPhp } from './recordings/recordings.php.ts';
import { referencePhp } from './reference.php.ts';
import { registrantsPhp } from './registrants/registrants.php.ts';
import { roomPhp } from './room.php.ts';
import { schedulePhp } from './schedule/schedule.php.ts';
import { signalPhp } from './signal.php.ts';
import { CHAT_RATE, REACTIONS_RATE, SignalPace } from './signal-pace.ts';
import { signinPhp } from './signin.php.ts';
import { answersPhp } from './tests/answers.php.ts';
import { resultsPhp } from './tests/results.php.ts';
import { testPhp } from './tests/test.php.ts';
import { testsPhp } from './tests/tests.php.ts';
import { welcome } from './welcome.ts';

export function sitePages(app: FastifyInstance, context: Context): void {
  icon(app);
  assets(app, context.links.publicUrl);
  sitePage(app, context, 'room.php', roomPhp);
  sitePage(app, context, 'events.php', eventsPhp(new EventStreams(app)));
  sitePage(
    app,
    context,
    'signal.php',
    signalPhp({
      signals: new SignalPace(context.clock),
      reactions: new SignalPace(context.clock, REACTIONS_RATE),
    }),
  );
  sitePage(app, context, 'grant.php', grantPhp(new SignalPace(context.clock)));
  sitePage(app, context, 'chat.php', chatPhp(new SignalPace(context.clock, CHAT_RATE)));
  sitePage(app, context, 'chats.php', chatsPhp);
  sitePage(app, context, 'feedback.php', feedbackPhp);
  sitePage(app, context, 'registrants.php', registrantsPhp);
  sitePage(app, context, 'schedule.php', schedulePhp);
  sitePage(app, context, 'meetings.php', meetingsPhp);
  sitePage(app, context, 'people.php', peoplePhp);
  sitePage(app, context, 'language.php', languagePhp);
  sitePage(app, context, 'reference.php', referencePhp);
  sitePage(app, context, 'profile.php', profilePhp);
  sitePage(app, context, 'devices.php', devicesPhp);
  sitePage(app, context, 'tokens.php', tokensPhp);
  sitePage(app, context, 'authorize.php', authorizePhp);
  oauth(app, context);
  sitePage(app, context, 'room-settings.php', roomSettingsPhp);
  app.register(async (streams) => {
    // Parts of recordings come as they are: nobody reads them whole.
    streams.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
    sitePage(streams, context, 'recording.php', recordingPhp);
    // So do files that hosts bring.
    streams.addContentTypeParser('multipart/form-data', (_request, body, done) => done(null, body));
    sitePage(streams, context, 'recordings.php', recordingsPhp);
    sitePage(streams, context, 'contacts.php', contactsPhp);
    sitePage(streams, context, 'picture.php', picturePhp);
  });
  sitePage(app, context, 'tests.php', testsPhp);
  sitePage(app, context, 'test.php', testPhp);
  sitePage(app, context, 'results.php', resultsPhp);
  sitePage(app, context, 'answers.php', answersPhp);
  sitePage(app, context, 'signin.php', signinPhp);
  sitePage(app, context, 'forgot.php', forgotPhp);
  sitePage(app, context, 'reset.php', resetPhp);
  sitePage(app, context, 'confirm.php', confirmPhp);
  sitePage(app, context, 'password.php', passwordPhp);
  sitePage(app, context, 'image/:token', image);
  sitePage(app, context, 'logo/:token', logo);
  sitePage(app, context, 'brand.css', brandCss);
  sitePage(app, context, 'event-image/:token', eventImage);
  sitePage(app, context, 'program.php', programPhp);
  sitePage(app, context, 'programs.php', programsPhp);
  sitePage(app, context, '', home, welcome);
  siteFolderPage(app, context, (call) => redirect(call, call.folder.home));
}
