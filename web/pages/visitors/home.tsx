import type { Form } from '../../../src/browser/pages/form.ts';
import type { HomePage } from '../../../src/browser/pages/home-pages.ts';
import type { Visitor } from '../../../src/browser/pages/page-data.ts';
import { CopyLink } from '../../parts/copy-link.tsx';
import { MeetingList } from '../../parts/meeting-list.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

interface HomeProps extends HomePage {
  readonly visitor?: Visitor | undefined;
}

export const view: View<'home'> = {
  areas: ['home', 'meeting-list', 'account', 'programs', 'problems'],
  title: (_content, texts) => texts.home.yourSessions,
  Content: Home,
};

/** The site's own page for somebody who is signed in. */
function Home(props: HomeProps) {
  const { firstName, problem, meetings, more, confirmEmail, personalRoom, meetNow, schedule } = props;
  const { joinByNumber, programs, console } = props;
  const { home: texts, confirmEmail: confirming, programs: programTexts } = useTexts();
  const roomRuns = personalRoom?.inProgress === true;
  return (
    <>
      <h1>{texts.heading(firstName)}</h1>
      <Problem word={problem} />
      {confirmEmail !== undefined && (
        <p className="notice">
          {`${confirming.again}. `}
          <a href={confirmEmail}>{confirming.askSubmit}</a>
        </p>
      )}
      <div className="ways-on">
        {meetNow && (
          <PostForm form={meetNow}>
            <Submit>{texts.meetNow}</Submit>
          </PostForm>
        )}
        {schedule !== undefined && (
          <a className="button second" href={schedule}>
            {texts.schedule}
          </a>
        )}
        <JoinByNumber form={joinByNumber} />
      </div>
      <div className="columns">
        <section className="card" aria-labelledby="sessions">
          <h2 id="sessions">{texts.yourSessions}</h2>
          {meetings.rows.length === 0 && !roomRuns ? (
            <div className="empty">
              <p>{texts.none}</p>
              <p className="soft">{schedule === undefined ? texts.noneHint : texts.noneHintHost}</p>
              {schedule !== undefined && (
                <p>
                  <a className="button second" href={schedule}>
                    {texts.scheduleFirst}
                  </a>
                </p>
              )}
            </div>
          ) : (
            <MeetingList days={meetings} now={roomRuns ? <RoomRow room={personalRoom} /> : undefined} />
          )}
          {more !== undefined && (
            <p>
              <a href={more}>{texts.all}</a>
            </p>
          )}
        </section>
        {personalRoom !== undefined && (
          <section className="card" aria-labelledby="room">
            <h2 id="room">{texts.personalRoom}</h2>
            <p className="soft">{texts.personalRoomLead}</p>
            <CopyLink label={texts.personalRoom} url={personalRoom.url} />
            <a className="button second" href={personalRoom.url}>
              {texts.open}
            </a>
          </section>
        )}
      </div>
      {(programs !== undefined || console !== undefined) && (
        <ul className="asides">
          {programs !== undefined && (
            <li>
              <a href={programs}>{programTexts.heading}</a>
            </li>
          )}
          {console !== undefined && (
            <li>
              <a href={console}>{texts.console}</a>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

/** The field MK of m.php, which takes the digits in groups too. */
function JoinByNumber({ form: { action, fields } }: { readonly form: Form }) {
  const texts = useTexts().home;
  return (
    <form className="join-by-number" action={action} method="get">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        name="MK"
        aria-label={texts.number}
        placeholder={texts.number}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        pattern="[\d\s\-]*"
        required
      />
      <button type="submit" className="second">
        {texts.join}
      </button>
    </form>
  );
}

/** Their personal room, while it runs. */
function RoomRow({ room }: { readonly room: NonNullable<HomePage['personalRoom']> }) {
  const { home: texts, meetingList } = useTexts();
  return (
    <li className="meeting-row">
      <p className="meeting-time">{meetingList.anyTime}</p>
      <div className="meeting-about">
        <a className="name" href={room.url}>
          {texts.personalRoom}
        </a>
        <p className="meeting-facts">
          <span className="badge live">{meetingList.inProgress}</span>
        </p>
      </div>
      <div className="meeting-way">
        <PostForm form={room.start}>
          <Submit label={meetingList.startName(texts.personalRoom, true)}>{meetingList.join}</Submit>
        </PostForm>
      </div>
    </li>
  );
}
