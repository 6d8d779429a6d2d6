/** What somebody chooses for the rooms that they are in. */
import { useId } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { type Choices, choose, useChoices } from '../choices.ts';
import { Dialog } from '../frame/dialog.tsx';

const FLAGS = [
  'warnsMuted',
  'tones',
  'tellsSpeaker',
  'audioOnly',
  'knocks',
  'shortcuts',
] as const satisfies (keyof Choices)[];

export function SettingsDialog({ close }: { close(): void }) {
  const texts = useTexts().inRoom;
  const choices = useChoices();
  return (
    <Dialog title={texts.settings} close={close}>
      <div className="switches">
        {FLAGS.map((flag) => (
          <Switch
            key={flag}
            label={texts.choices[flag]}
            lead={texts.choices[`${flag}Lead`]}
            isOn={choices[flag]}
            change={(isOn) => choose({ [flag]: isOn })}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly lead: string;
  readonly isOn: boolean;
  change(isOn: boolean): void;
}

function Switch({ label, lead, isOn, change }: SwitchProps) {
  const id = useId();
  return (
    <div className="switch">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-lead`}
        checked={isOn}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      <p id={`${id}-lead`} className="soft">
        {lead}
      </p>
    </div>
  );
}
