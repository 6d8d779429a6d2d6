/** A new user: names, a way to sign in, and a role. */

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { UserAnswer, UserChoices } from '../../../src/console/users/users-data.ts';
import { callApi } from '../api-client.ts';
import { ConsoleForm, FormSection } from '../parts/console-form.tsx';
import { SwitchField, TextField } from '../parts/fields.tsx';
import type { FormValues } from '../parts/form-state.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Notice } from '../parts/small.tsx';
import { useToasts } from '../parts/toast.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { PlaceFields, RoleFields } from './account-fields.tsx';
import '../../styles/console-users.css';

export function Page() {
  const texts = areaTexts('users');
  const call = useCall<UserChoices>('users/choices');
  return (
    <>
      <PageHead title={texts.newTitle} above={{ words: texts.title, to: 'users' }} />
      <Loaded call={call}>
        {(choices) =>
          choices.isManaged ? <NewUser choices={choices} /> : <Notice>{texts.managedElsewhere}</Notice>
        }
      </Loaded>
    </>
  );
}

function NewUser({ choices }: { readonly choices: UserChoices }) {
  const texts = areaTexts('users');
  const toasts = useToasts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const empty: FormValues = {
    firstName: '',
    lastName: '',
    email: '',
    webExID: '',
    password: '',
    sendsWelcome: true,
    details: {
      privileges: { host: true, siteAdmin: false, roSiteAdmin: false, attendeeOnly: false },
      timeZoneID: String(choices.timeZoneID),
      languageID: String(choices.languageID),
    },
  };
  return (
    <ConsoleForm<FormValues>
      resource={empty}
      valuesOf={(values) => values}
      isNew
      action={texts.add}
      nameOf={(member) => member}
      save={async ({ password, ...values }) => {
        const body = { ...values, ...(password !== '' && { password }) };
        const made = await callApi<UserAnswer>('POST', 'users', { body });
        await client.invalidateQueries({ queryKey: ['users'] });
        toasts.said(texts.made(`${made.firstName} ${made.lastName}`));
        await navigate({ to: `/users/${made.userID}` });
        return empty;
      }}
    >
      <FormSection title={texts.sections.who.title}>
        <TextField name="firstName" label={texts.fields.firstName} isRequired max={64} />
        <TextField name="lastName" label={texts.fields.lastName} isRequired max={64} />
        <TextField name="email" label={texts.fields.email} type="email" isRequired max={192} />
        <TextField
          name="webExID"
          label={texts.fields.webExID}
          hint={texts.fields.webExIDHint}
          isRequired
          max={128}
        />
      </FormSection>
      <FormSection title={texts.sections.signIn.title}>
        <SwitchField name="sendsWelcome" label={texts.welcome.label} hint={texts.welcome.hint} />
        {choices.usesPasswords && (
          <TextField
            name="password"
            label={texts.fields.password}
            hint={texts.fields.passwordHintNew}
            type="password"
            autoComplete="new-password"
            max={60}
          />
        )}
      </FormSection>
      <RoleFields at="details." />
      <PlaceFields choices={choices} at="details." />
    </ConsoleForm>
  );
}
