/** What answers are worth: the rules of `resprocessing`, in their order. */
import { type Condition, RULE_ACTIONS, type ScoringRule } from '../../../exams/question.ts';
import type { XmlElement } from '../../../xml/element.ts';
import { attributeOf, childNamed, childrenNamed, numberIn } from './qti-elements.ts';

/** Points are those of the variable SCORE, which is meant where none is named. */
export function rulesOf(resprocessing: XmlElement): ScoringRule[] {
  return childrenNamed(resprocessing, 'respcondition').flatMap((respcondition) => {
    const conditionvar = childNamed(respcondition, 'conditionvar');
    const condition: Condition = conditionvar ? all(conditionvar) : { is: 'always' };
    const goesOn = attributeOf(respcondition, 'continue')?.toLowerCase() === 'yes';
    const points = childrenNamed(respcondition, 'setvar').filter(isScore);
    return points.flatMap((setvar, at) => {
      const value = numberIn(setvar.text);
      if (value === undefined) return [];
      const isLast = at === points.length - 1;
      return [{ condition, action: actionOf(setvar), points: value, goesOn: goesOn || !isLast }];
    });
  });
}

function isScore(setvar: XmlElement): boolean {
  return /^(score|que_score)$/i.test(attributeOf(setvar, 'varname') ?? 'SCORE');
}

function actionOf(setvar: XmlElement): ScoringRule['action'] {
  const said = attributeOf(setvar, 'action')?.toLowerCase();
  return RULE_ACTIONS.find((action) => action.toLowerCase() === said) ?? 'Set';
}

/** Every condition beside another one has to hold. */
function all({ children }: XmlElement): Condition {
  const conditions = children.map(conditionOf);
  const [only] = conditions;
  return conditions.length === 1 && only ? only : { is: 'and', of: conditions };
}

/** What is never so: a condition that asks about what nobody here answers. */
const NEVER: Condition = { is: 'or', of: [] };

function conditionOf(element: XmlElement): Condition {
  const response = attributeOf(element, 'respident') ?? 'RESPONSE';
  const text = element.text.trim();
  switch (element.name) {
    case 'and':
      return { is: 'and', of: element.children.map(conditionOf) };
    case 'or':
      return { is: 'or', of: element.children.map(conditionOf) };
    case 'not':
      return { is: 'not', of: element.children.map(conditionOf) };
    case 'varequal':
    case 'varsubset':
      return { is: 'equal', response, value: text, anyCase: anyCase(element), part: false };
    case 'varsubstring':
      return { is: 'equal', response, value: text, anyCase: anyCase(element), part: true };
    case 'unanswered':
      return { is: 'unanswered', response };
    case 'other':
      return { is: 'always' };
    default:
      return NEVER;
  }
}

/** QTI compares without regard to case unless a test says otherwise. */
function anyCase(element: XmlElement): boolean {
  return attributeOf(element, 'case')?.toLowerCase() !== 'yes';
}
