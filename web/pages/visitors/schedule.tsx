import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SchedulePage } from '../../../src/browser/pages/schedule-page.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { Area, Box, FilledContext, SelectField, TextField } from '../../schedule/fields.tsx';
import { onOwnClocks } from '../../schedule/own-clocks.ts';
import { PasswordField } from '../../schedule/password-field.tsx';
import { PeopleField } from '../../schedule/people-field.tsx';
import { Summary } from '../../schedule/summary.tsx';
import { hasTracking, TrackingFields } from '../../schedule/tracking-fields.tsx';
import { useCheck } from '../../schedule/use-check.ts';
import { WhenFields } from '../../schedule/when-fields.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'schedule'> = {
  areas: ['schedule', 'timetable'],
  title: ({ changes }, texts) => (changes ? texts.schedule.changeHeading : texts.schedule.heading),
  Content: Schedule,
};

/** Schedules a session, or changes one. */
function Schedule(page: SchedulePage) {
  const { changes, form, given, problems, may } = page;
  const texts = useTexts().schedule;
  const { when, checkSoon } = useCheck(page.when);
  const around = useRef<HTMLDivElement>(null);
  const isEvent = given.SERVICE === 'EVENT';
  // Which codes are asked for hangs on the kind, which is chosen on this page.
  const [service, setService] = useState(given.SERVICE ?? 'MEETING');
  const tracking = { fields: page.tracking, service };

  // A new session begins on the clocks of whoever schedules it.
  useEffect(() => {
    const element = around.current?.querySelector('form');
    if (!element) return;
    onOwnClocks(element, page);
    checkSoon(element);
  }, [page, checkSoon]);

  const check = () => {
    const element = around.current?.querySelector('form');
    if (!element) return;
    checkSoon(element);
    setService(String(new FormData(element).get('SERVICE') ?? service));
  };
  return (
    <FilledContext value={{ given, problems }}>
      <div>
        <h1>{changes ? texts.changeHeading : texts.heading}</h1>
        {changes && (
          <p className="lead">
            <a className="name" href={changes.url}>
              {changes.confName}
            </a>
          </p>
        )}
      </div>
      <Notices {...page} />
      {page.asksToCancel && <Cancelling {...page} />}
      <div ref={around} onInput={check} onChange={check}>
        <PostForm form={form} className="schedule-form">
          <div className="column">
            <Section heading={texts.what}>
              <TextField label={texts.name} name="NAME" maxLength={512} required />
              {page.services.length > 1 && (
                <SelectField
                  label={texts.service}
                  name="SERVICE"
                  options={page.services.map((value) => ({
                    value: value.toUpperCase(),
                    label: texts.services[value],
                  }))}
                />
              )}
              {page.services.length < 2 && given.SERVICE !== undefined && (
                <input type="hidden" name="SERVICE" value={given.SERVICE} />
              )}
              <Area label={texts.agenda} name="AGENDA" rows={3} maxLength={2500} />
            </Section>
            <Section heading={texts.when}>
              <WhenFields {...page} />
            </Section>
            <Section heading={texts.who}>
              <PeopleField
                label={texts.people}
                name="PEOPLE"
                hint={texts.peopleHint}
                suggest={page.suggest}
              />
              <Box name="MAIL" label={texts.mail} />
              <details className="folded" open={hasMorePeople(page)}>
                <summary>{texts.more}</summary>
                <div className="fields">
                  {!isEvent && (
                    <PeopleField
                      label={texts.cohosts}
                      name="COHOSTS"
                      hint={texts.cohostsHint}
                      suggest={page.suggest}
                    />
                  )}
                  <PeopleField
                    label={isEvent ? texts.panelists : texts.speakers}
                    name="SPEAKERS"
                    hint={texts.speakersHint}
                    suggest={page.suggest}
                  />
                </div>
              </details>
            </Section>
            <Section heading={texts.access}>
              <PasswordField rules={page.password} drawn={page.drawnPassword} />
              <Box name="LOBBY" label={texts.lobby} />
              {isEvent ? (
                <p className="soft">{texts.enrolment}</p>
              ) : (
                <Box name="REG" label={texts.registration} />
              )}
              <div className="indented">
                <Box name="AUTO" label={texts.auto} hint={texts.autoHint} />
                <TextField
                  label={texts.most}
                  name="MOST"
                  type="number"
                  min={0}
                  inputMode="numeric"
                  hint={texts.mostHint}
                />
              </div>
              {may.early && (
                <SelectField
                  label={texts.early}
                  name="EARLY"
                  options={withGiven([0, 5, 10, 15, 30, 60], given.EARLY).map((minutes) => ({
                    value: String(minutes),
                    label: texts.earlyChoices(minutes),
                  }))}
                />
              )}
            </Section>
            {hasTracking(tracking) && (
              <Section heading={texts.tracking}>
                <TrackingFields {...tracking} />
              </Section>
            )}
            <section className="card">
              <details
                className="folded"
                open={problems.some(({ field = '' }) => ['HOST', 'TYPE'].includes(field))}
              >
                <summary>
                  <h2>{texts.options}</h2>
                </summary>
                <Options {...page} />
              </details>
            </section>
          </div>
          <div className="column aside-column">
            <Summary when={when} isChange={changes !== undefined} isGone={page.gone === true} />
          </div>
        </PostForm>
      </div>
      {!page.asksToCancel && <Cancelling {...page} />}
    </FilledContext>
  );
}

/** The way to take it off; open, and above the form, for whoever came for that. */
function Cancelling({ cancel, changes, asksToCancel }: SchedulePage) {
  const texts = useTexts().schedule;
  if (!cancel || !changes) return null;
  return (
    <details className="card cancelling" open={asksToCancel}>
      <summary>{changes.isSeries ? texts.cancelSeries : texts.cancel}</summary>
      {/* Mails of earlier days lead here by this name: a browser opens what is around it. */}
      <p id="cancel">{texts.cancelQuestion}</p>
      <PostForm form={cancel}>
        <Submit kind="danger" deed="CANCEL">
          {changes.isSeries ? texts.cancelYesSeries : texts.cancelYes}
        </Submit>
      </PostForm>
    </details>
  );
}

function Section({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className="card">
      <h2>{heading}</h2>
      <div className="fields">{children}</div>
    </section>
  );
}

/** What has come in between, and how much is to be put right. */
function Notices({ problems, signedOut, gone, changedMeanwhile, changes, tracking }: SchedulePage) {
  const texts = useTexts().schedule;
  const general = problems.filter(({ field }) => field === undefined);
  return (
    <>
      {signedOut !== undefined && (
        <div className="notice" role="alert">
          <p>
            {texts.signedOut} {texts.signInAgain}
          </p>
          <p>
            <a href={signedOut} target="_blank" rel="noreferrer">
              {texts.signIn}
            </a>
          </p>
        </div>
      )}
      {gone && (
        <p className="notice bad" role="alert">
          {texts.gone}
        </p>
      )}
      {changedMeanwhile !== undefined && (
        <p className="notice bad" role="alert">
          {texts.changedMeanwhile(fieldLabels(texts, changedMeanwhile, tracking))}
        </p>
      )}
      {problems.length > 0 && (
        <div className="notice bad" role="alert">
          <p>{texts.wrong(problems.length)}</p>
          {general.map(({ word, detail }) => (
            <p key={word}>{texts.problems(word, detail)}</p>
          ))}
        </div>
      )}
      {changes?.isSeries && <p className="notice">{texts.changesSeries}</p>}
    </>
  );
}

/** The words of the fields whose names stand there. */
function fieldLabels(
  texts: ReturnType<typeof useTexts>['schedule'],
  names: string,
  tracking: SchedulePage['tracking'],
): string[] {
  const labels: Readonly<Record<string, string>> = {
    ...Object.fromEntries(tracking.map(({ name, label }) => [name, label])),
    NAME: texts.name,
    AGENDA: texts.agenda,
    DATE: texts.date,
    TIME: texts.time,
    MINUTES: texts.minutes,
    ZONE: texts.zone,
    REPEAT: texts.repeat,
    PEOPLE: texts.people,
    COHOSTS: texts.cohosts,
    SPEAKERS: texts.speakers,
    PW: texts.password,
  };
  const words = names
    .split(' ')
    .filter(Boolean)
    .map((name) => labels[name] ?? texts.options);
  return [...new Set(words)];
}

function hasMorePeople({ given, problems }: SchedulePage): boolean {
  const isWrong = problems.some(({ field }) => field === 'COHOSTS' || field === 'SPEAKERS');
  return isWrong || Boolean(given.COHOSTS) || Boolean(given.SPEAKERS);
}

function withGiven(choices: readonly number[], given: string | undefined): number[] {
  const all = new Set([...choices, Number(given ?? 0)]);
  return [...all].sort((one, other) => one - other);
}

/** What most people leave as it is. */
function Options({ given, may, types }: SchedulePage) {
  const texts = useTexts().schedule;
  const audios = (['COMPUTER', 'BOTH', 'PHONE', 'KEEP'] as const)
    .filter((value) => value !== 'KEEP' || given.AUDIO === 'KEEP')
    .filter((value) => may.phone || value === 'COMPUTER' || value === given.AUDIO);
  return (
    <div className="fields">
      <div className="boxes">
        {(['VIDEO', 'SHARE', 'CHAT', 'RECORD'] as const).map((name) => (
          <Box
            key={name}
            name={name}
            label={{ VIDEO: texts.video, SHARE: texts.share, CHAT: texts.chat, RECORD: texts.record }[name]}
          />
        ))}
      </div>
      <SelectField
        label={texts.audio}
        name="AUDIO"
        options={audios.map((value) => ({ value, label: texts.audios[value] }))}
      />
      <SelectField
        label={texts.tone}
        name="TONE"
        options={(['0', '1', '2'] as const).map((value) => ({ value, label: texts.tones[value] }))}
      />
      {may.list && (
        <SelectField
          label={texts.listed}
          name="LISTED"
          options={(['UNLISTED', 'PRIVATE', 'PUBLIC'] as const).map((value) => ({
            value,
            label: texts.lists[value],
          }))}
        />
      )}
      {given.SERVICE === 'TRAINING' && (
        <SelectField
          label={texts.remind}
          name="REMIND"
          options={withGiven([0, 15, 60, 1440], given.REMIND).map((minutes) => ({
            value: String(minutes),
            label: texts.reminds(minutes),
          }))}
        />
      )}
      <Box name="ACCOUNT" label={texts.account} />
      <Box name="HIDEPW" label={texts.hidePassword} />
      <Box name="HIDELIST" label={texts.hideList} />
      <Box name="FEEDBACK" label={texts.feedback} />
      <Box name="DELETE" label={texts.autoDelete} />
      {types.length > 1 && <SelectField label={texts.type} name="TYPE" options={types} />}
      {may.otherHost && <TextField label={texts.host} name="HOST" hint={texts.hostHint} />}
    </div>
  );
}
