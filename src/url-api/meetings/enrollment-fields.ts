/** What a session's own form asks beside the fields of every registration, and what was answered. */
import type { EnrollmentQuestionView } from '../../browser/pages/registration-pages-data.ts';
import { digits, flag, type Parameter, text } from '../../browser/parameters/parameter.ts';
import type { EnrollmentAnswer } from '../../sessions/enrollment/enrollment-answers.ts';
import {
  askedQuestions,
  type EnrollmentQuestion,
  type EventForm,
} from '../../sessions/enrollment/enrollment-form.ts';

/** What was sent for each question, by its number: a text, or the places of what was chosen. */
type Sent = ReadonlyMap<number, readonly string[]>;

const ANSWER = /^Q(\d{1,9})(?:_\d{1,3})?$/;

/** The answers to the questions of a session's own form. */
const answers: Parameter<Sent> = {
  meaning:
    'what is answered to the question with that fieldID: a text, or the place of a choice, counted from 1',
  form: 'Q1, Q2 …; Q1_1, Q1_2 … for boxes',
  isRequired: false,
  others: ['Q1', 'Q2', 'Q3', 'Q1_1', 'Q2_1', 'Q3_1'],
  read(sent) {
    const found = new Map<number, string[]>();
    for (const [name, value] of sent.entries()) {
      const fieldID = ANSWER.exec(name)?.[1];
      if (fieldID === undefined || value === '') continue;
      found.set(Number(fieldID), [...(found.get(Number(fieldID)) ?? []), value]);
    }
    return found;
  },
};

export const ENROLLING = {
  NE: text('the number of employees, of an event that asks for it', { longest: 64, cut: true }),
  FU: flag('1 wishes for news, of an event that asks for that'),
  SourceId: text('the lead source of the link', { longest: 64, cut: true }),
  Q: answers,
  // A number of the form that was filled in: whoever sends one has seen the boxes that they left empty.
  QS: digits('sent by the form of the site, so that boxes which are left empty count'),
};

/** The questions as the form shows them: as they were answered, or as they are to begin with. */
export function questionViews(form: EventForm, sent: Sent, isAnswered: boolean): EnrollmentQuestionView[] {
  return askedQuestions(form).map((question) => {
    const { fieldID, label, kind, req, multiLine, choices } = question;
    const name = `Q${fieldID}`;
    const given = sent.get(fieldID) ?? [];
    return {
      name,
      label,
      kind,
      required: req,
      multiLine,
      value: kind === 'text' ? given[0] : undefined,
      options: choices.map((choice, at) => ({
        name: kind === 'checkboxes' ? `${name}_${at + 1}` : name,
        value: String(at + 1),
        label: choice.label,
        chosen: isAnswered ? given.includes(String(at + 1)) : isChosenBefore(question, at),
      })),
    };
  });
}

function isChosenBefore({ kind, choices, defaultChoice }: EnrollmentQuestion, at: number): boolean {
  return kind === 'checkboxes' ? choices[at]?.selected === true : defaultChoice === at + 1;
}

/** What was answered: of choices their labels. A place that no choice has is held against the form as it was sent. */
export function answersTo(form: EventForm, sent: Sent): EnrollmentAnswer[] {
  return askedQuestions(form).map(({ fieldID, label, kind, choices }) => {
    const given = sent.get(fieldID) ?? [];
    const values = kind === 'text' ? given : given.map((place) => choices[Number(place) - 1]?.label ?? place);
    return { fieldID, label, values };
  });
}
