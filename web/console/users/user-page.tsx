/** One user: how they stand, what can be done, and every element of the account. */
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { UserAnswer, UserChoices } from '../../../src/console/users/users-data.ts';
import { callApi } from '../api-client.ts';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { SwitchField, TextField } from '../parts/fields.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Badge, KeyValue, KeyValues, Notice, Panel, TimeText } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import {
  ContactFields,
  MeetingFields,
  PlaceFields,
  RoleFields,
  RoomFields,
  TrackingFields,
} from './account-fields.tsx';
import { changedValues } from './changed-values.ts';
import { DeviceList } from './device-list.tsx';
import { InterfaceFields } from './interface-fields.tsx';
import { StandingBadge } from './standing-badge.tsx';
import { UserActions } from './user-actions.tsx';
import { UserTokens } from './user-tokens.tsx';
import '../../styles/console-users.css';

export function Page() {
  const { userID = '' } = useParams({ strict: false }) as { readonly userID?: string };
  const texts = areaTexts('users');
  const path = `users/${encodeURIComponent(userID)}`;
  const call = useCall<UserAnswer>(path);
  const choices = useCall<UserChoices>('users/choices');
  return (
    <Loaded call={call}>
      {(user) => (
        <>
          <PageHead
            title={`${user.firstName} ${user.lastName}`.trim() || user.webExID}
            above={{ words: texts.title, to: 'users' }}
            lead={<bdi>{user.webExID}</bdi>}
            badges={
              <>
                <StandingBadge standing={user.standing} />
                <Badge>{texts.roles[user.role]}</Badge>
              </>
            }
            actions={<UserActions user={user} path={path} />}
          />
          {!user.isManaged && <Notice>{texts.managedElsewhere}</Notice>}
          {user.lockedUntil !== null && (
            <Notice tone="attention">
              {texts.lockedUntil} <TimeText at={user.lockedUntil} />
            </Notice>
          )}
          <Panel title={texts.facts.title}>
            <KeyValues>
              <KeyValue name={texts.facts.email}>
                <bdi>{user.email}</bdi>{' '}
                {!user.emailConfirmed && <Badge tone="attention">{texts.unconfirmed}</Badge>}
              </KeyValue>
              <KeyValue name={texts.columns.registered}>
                <TimeText at={user.registeredAt} />
              </KeyValue>
              <KeyValue name={texts.columns.expires}>
                {user.expiresAt === null ? texts.never : <TimeText at={user.expiresAt} />}
              </KeyValue>
              <KeyValue name={texts.facts.visits}>{user.visitCount}</KeyValue>
              <KeyValue name={texts.facts.number}>{user.userID}</KeyValue>
            </KeyValues>
            <DeviceList devices={user.devices} />
          </Panel>
          <UserTokens path={path} />
          <Loaded call={choices}>
            {(offered) => <AccountForm key={user.userID} user={user} choices={offered} path={path} />}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

interface AccountFormProps {
  readonly user: UserAnswer;
  readonly choices: UserChoices;
  readonly path: string;
}

function AccountForm({ user, choices, path }: AccountFormProps) {
  const texts = areaTexts('users');
  const client = useQueryClient();
  return (
    <ConsoleForm<UserAnswer>
      resource={user}
      valuesOf={({ values }) => values}
      save={async (values, { version, values: before }) => {
        const change = changedValues(values, before);
        const saved = await callApi<UserAnswer>('PUT', path, { body: { version, change } });
        client.setQueryData([path, {}], saved);
        await client.invalidateQueries({ queryKey: ['users'] });
        return saved;
      }}
    >
      <FormSection title={texts.sections.who.title}>
        <TextField name="firstName" label={texts.fields.firstName} isRequired max={64} />
        <TextField name="lastName" label={texts.fields.lastName} isRequired max={64} />
        <TextField name="email" label={texts.fields.email} type="email" isRequired max={192} />
        <TextField name="webExID" label={texts.fields.webExID} isRequired max={128} />
      </FormSection>
      <RoleFields />
      <FormSection title={texts.sections.signIn.title} lead={texts.sections.signIn.lead}>
        <TextField
          name="expiresOn"
          label={texts.fields.expiresOn}
          hint={texts.fields.expiresOnHint}
          type="date"
        />
        <SwitchField name="locked" label={texts.fields.locked} hint={texts.fields.lockedHint} />
        <SwitchField name="security.forceChangePassword" label={texts.fields.forceChangePassword} />
        <SwitchField name="security.resetPassword" label={texts.fields.resetPassword} />
        <TextField name="passwordHint" label={texts.fields.passwordHint} />
        <TextField name="passwordHintAnswer" label={texts.fields.passwordHintAnswer} />
      </FormSection>
      <ContactFields />
      <PlaceFields choices={choices} />
      <MeetingFields choices={choices} />
      <RoomFields />
      <TrackingFields choices={choices} />
      <InterfaceFields values={user.values} />
    </ConsoleForm>
  );
}
