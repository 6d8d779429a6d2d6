/** One of a few: a row of buttons, of which one is pressed. */

interface ChoiceProps<C extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: C; readonly words: string }[];
  readonly chosen: C;
  readonly choose: (choice: C) => void;
}

export function Choice<C extends string>({ label, choices, chosen, choose }: ChoiceProps<C>) {
  return (
    <fieldset className="choice">
      <legend className="c-unseen">{label}</legend>
      {choices.map(({ id, words }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => choose(id)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
