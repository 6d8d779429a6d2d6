/** The elements of an account, by groups. */
import type { UserChoices } from '../../../src/console/users/users-data.ts';
import { FormSection } from '../parts/console-form.tsx';
import { ChoiceField, LongTextField, NumberField, SwitchField, TextField } from '../parts/fields.tsx';
import { useFormState } from '../parts/form-state.ts';
import { areaTexts } from '../texts/console-texts.ts';

interface FieldsProps {
  readonly choices: UserChoices;
  /** What names the elements in the form, with a dot at the end: nothing, or `details.`. */
  readonly at?: string;
}

const ADDRESS = ['address1', 'address2', 'city', 'state', 'zipCode', 'country'] as const;
const PHONES = ['phone', 'mobilePhone', 'phone2', 'mobilePhone2', 'fax', 'pager', 'PIN'] as const;
const ROLE_FLAGS = ['host', 'siteAdmin', 'roSiteAdmin', 'attendeeOnly'] as const;
const SERVICES = ['meetingCenter', 'trainingCenter', 'eventCenter', 'supportCenter', 'salesCenter'] as const;
const OTHER_PRIVILEGES = [
  'isEnablePMR',
  'recordingEditor',
  'labAdmin',
  'voiceOverIp',
  'HQvideo',
  'HDvideo',
  'meetingAssist',
  'allowExtAttendees',
  'isEnableCET',
  'teleConfCallIn',
  'teleConfTollFreeCallIn',
  'teleConfCallInInternational',
  'teleConfCallOut',
  'teleConfCallOutInternational',
  'otherTelephony',
  'teleCLIAuthEnabled',
  'teleCLIPINEnabled',
] as const;

export function RoleFields({ at = '' }: Pick<FieldsProps, 'at'>) {
  const { sections, privileges } = areaTexts('users');
  return (
    <FormSection title={sections.role.title} lead={sections.role.lead}>
      {ROLE_FLAGS.map((flag) => (
        <SwitchField
          key={flag}
          name={`${at}privileges.${flag}`}
          label={privileges[flag].label}
          hint={privileges[flag].hint}
        />
      ))}
    </FormSection>
  );
}

export function ContactFields({ at = '' }: Pick<FieldsProps, 'at'>) {
  const { sections, fields } = areaTexts('users');
  return (
    <FormSection title={sections.contact.title} lead={sections.contact.lead}>
      <TextField name={`${at}title`} label={fields.title} />
      <TextField name={`${at}company`} label={fields.company} />
      {PHONES.map((phone) => (
        <TextField
          key={phone}
          name={`${at}phones.${phone}`}
          label={fields.phones[phone]}
          type="tel"
          max={128}
        />
      ))}
      <TextField name={`${at}email2`} label={fields.email2} type="email" max={192} />
      <TextField name={`${at}officeurl`} label={fields.officeurl} type="url" />
      {ADDRESS.map((line) => (
        <TextField key={line} name={`${at}address.${line}`} label={fields.address[line]} max={128} />
      ))}
      <LongTextField name={`${at}description`} label={fields.description} max={1024} lines={3} />
      <LongTextField name={`${at}officeGreeting`} label={fields.officeGreeting} max={1024} lines={3} />
    </FormSection>
  );
}

export function PlaceFields({ choices, at = '' }: FieldsProps) {
  const { sections, fields } = areaTexts('users');
  return (
    <FormSection title={sections.place.title} lead={sections.place.lead}>
      <ChoiceField
        name={`${at}timeZoneID`}
        label={fields.timeZoneID}
        choices={choices.timeZones.map(({ id, label }) => ({ id: String(id), words: label }))}
      />
      <ChoiceField
        name={`${at}languageID`}
        label={fields.languageID}
        choices={choices.languages.map(({ id, name }) => ({ id: String(id), words: inWords(name) }))}
      />
    </FormSection>
  );
}

export function MeetingFields({ choices, at = '' }: FieldsProps) {
  const { sections, fields, services, otherPrivileges } = areaTexts('users');
  return (
    <>
      <FormSection title={sections.types.title} lead={sections.types.lead}>
        <div className="user-wide user-flags">
          {choices.sessionTypes.map(({ id, name, isActive }) => (
            <SwitchField
              key={id}
              name={`${at}sessionTypes.${id}`}
              label={name}
              {...(!isActive && { hint: fields.typeInactive })}
            />
          ))}
        </div>
        <ChoiceField
          name={`${at}sessionOptions.defaultSessionType`}
          label={fields.defaultSessionType}
          choices={choices.sessionTypes.map(({ id, name }) => ({ id: String(id), words: name }))}
        />
      </FormSection>
      <FormSection title={sections.services.title} lead={sections.services.lead}>
        <div className="user-wide user-flags">
          {SERVICES.map((service) => (
            <SwitchField key={service} name={`${at}supportedServices.${service}`} label={services[service]} />
          ))}
        </div>
      </FormSection>
      <FormSection title={sections.privileges.title} lead={sections.privileges.lead}>
        <div className="user-wide user-flags">
          {OTHER_PRIVILEGES.map((privilege) => (
            <SwitchField
              key={privilege}
              name={`${at}privileges.${privilege}`}
              label={otherPrivileges[privilege]}
            />
          ))}
        </div>
        <TextField
          name={`${at}schedulingPermission`}
          label={fields.schedulingPermission}
          hint={fields.schedulingPermissionHint}
        />
      </FormSection>
    </>
  );
}

export function RoomFields({ at = '' }: Pick<FieldsProps, 'at'>) {
  const { sections, fields } = areaTexts('users');
  const room = `${at}personalMeetingRoom`;
  return (
    <FormSection title={sections.room.title} lead={sections.room.lead}>
      <TextField name={`${at}personalUrl`} label={fields.personalUrl} max={128} />
      <TextField name={`${room}.title`} label={fields.roomTitle} max={256} />
      <LongTextField name={`${room}.welcomeMessage`} label={fields.welcomeMessage} max={1024} lines={3} />
      <TextField name={`${room}.hostPIN`} label={fields.hostPIN} hint={fields.hostPINHint} max={4} />
      <SwitchField name={`${room}.applyPMRForInstantMeeting`} label={fields.applyPMRForInstantMeeting} />
      <SwitchField name={`${room}.headerImageBranding`} label={fields.headerImageBranding} />
      <SwitchField name={`${room}.PMRAutoLock`} label={fields.PMRAutoLock} />
      <NumberField
        name={`${room}.PMRAutoLockWaitTime`}
        label={fields.PMRAutoLockWaitTime}
        unit={fields.minutes}
      />
      <SwitchField name={`${room}.notifiesByEmail`} label={fields.notifiesByEmail} />
      <SwitchField name={`${room}.notifiesBySms`} label={fields.notifiesBySms} />
    </FormSection>
  );
}

export function TrackingFields({ choices, at = '' }: FieldsProps) {
  const { sections, fields } = areaTexts('users');
  const { value } = useFormState();
  return (
    <FormSection title={sections.tracking.title} lead={sections.tracking.lead}>
      {Array.from({ length: 10 }, (_, place) => place + 1).map((index) => {
        const code = choices.trackingCodes.find((one) => one.index === index);
        const name = `${at}tracking.trackingCode${index}`;
        const label = code?.name ?? fields.trackingCode(index);
        // Of an account that is there only what is changed is asked for.
        const isRequired = code?.isRequired === true && at !== '';
        if (!code?.isListed) {
          return <TextField key={index} name={name} label={label} max={128} isRequired={isRequired} />;
        }
        const given = String(value(name) ?? '');
        const known = new Set(['', ...(given === '' ? [] : [given]), ...code.values]);
        const offered = [...known].map((id) => ({ id, words: id || fields.noTrackingCode }));
        return <ChoiceField key={index} name={name} label={label} choices={offered} />;
      })}
    </FormSection>
  );
}

/** `BRAZILIAN PORTUGUESE` as people write it. */
function inWords(name: string): string {
  return name.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
}
