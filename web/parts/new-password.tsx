/** The two fields of a new password. */
import { type Texts, useTexts } from '../texts/texts.ts';
import { Field } from './field.tsx';

export function NewPassword({ wrong }: { readonly wrong: boolean }) {
  const texts = useTexts().password;
  return (
    <>
      <Field label={texts.new} name="NPW" type="password" autoComplete="new-password" wrong={wrong} />
      <Field label={texts.again} name="NPW2" type="password" autoComplete="new-password" wrong={wrong} />
    </>
  );
}

/** What is wrong with a new password: the rule that it breaks, where one is named. */
export function passwordProblem(
  texts: Texts,
  problem: string | undefined,
  rule: string | undefined,
): string | undefined {
  if (problem === undefined) return undefined;
  return rule === undefined ? texts.problem(problem) : texts.password.rule(rule);
}
