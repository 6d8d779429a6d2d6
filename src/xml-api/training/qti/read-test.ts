/**
 * Reads the questions of a test from QTI 1.2 (IMS Question & Test Interoperability: assessment, section, item): what
 * is asked, what can be answered, and what an answer is worth. What it does not read stays in the source, which is
 * kept whole.
 */
import { bestScore } from '../../../exams/best-score.ts';
import type { QuestionResponse, TestQuestion } from '../../../exams/question.ts';
import { RuleBroken } from '../../../refusal.ts';
import type { XmlElement } from '../../../xml/element.ts';
import { tag } from '../../../xml/foreign.ts';
import { readXml } from '../../../xml/reader.ts';
import type { ForeignXml } from '../../../xml/schema.ts';
import { allBelow, attributeOf, childNamed, childrenNamed, firstBelow, numberIn } from './qti-elements.ts';
import { rulesOf } from './scoring.ts';
import { textBelow } from './text.ts';

const ELEMENT = 'questestinterop';
export const MOST_QUESTIONS = 500;
const MOST_CHOICES = 100;
const LONGEST_TEXT = 20_000;
const LONGEST_TITLE = 512;
const LONGEST_DESCRIPTION = 2_048;

/** Points of an answer that a person scores, where the test does not say how many there are. */
const USUAL_ESSAY_SCORE = 10;

export interface TestRead {
  readonly title: string;
  readonly description: string;
  readonly questions: readonly TestQuestion[];
}

/** @throws RuleBroken when it is none that somebody could take */
export function readTest({ attributes, content }: ForeignXml): TestRead {
  const { root } = readXml(Buffer.from(tag(ELEMENT, attributes, content)));
  const items = allBelow(root, 'item');
  if (items.length === 0) throw new RuleBroken(ELEMENT, 'has no item, which is a question');
  if (items.length > MOST_QUESTIONS) throw new RuleBroken(ELEMENT, `may have ${MOST_QUESTIONS} items`);
  const assessment = childNamed(root, 'assessment');
  const title =
    [assessment, firstBelow(root, 'section'), items[0]]
      .map((one) => one && attributeOf(one, 'title')?.trim())
      .find(Boolean) ?? 'Test';
  const about = [
    assessment && childNamed(assessment, 'qticomment'),
    assessment && childNamed(assessment, 'objectives'),
  ]
    .map((one) => one && textBelow(one))
    .find(Boolean);
  return {
    title: within('title', title, LONGEST_TITLE),
    description: within('description', about ?? '', LONGEST_DESCRIPTION),
    questions: items.map(questionOf),
  };
}

function questionOf(item: XmlElement, at: number): TestQuestion {
  const name = `item ${at + 1}`;
  const presentation = childNamed(item, 'presentation');
  if (!presentation) throw new RuleBroken(ELEMENT, `${name} has no presentation`);
  const rules = allBelow(item, 'resprocessing').flatMap(rulesOf);
  const elements = responseElements(presentation, name);
  if (elements.length === 0) throw new RuleBroken(ELEMENT, `${name} asks for nothing`);
  const typed = itemType(item);
  const responses = elements.map((element) =>
    responseOf(element, { name, typed, isScored: rules.length > 0 }),
  );
  if (new Set(responses.map(({ ident }) => ident)).size < responses.length) {
    throw new RuleBroken(ELEMENT, `${name} has two responses of one ident`);
  }
  const decvar = firstBelow(item, 'decvar');
  const partial = {
    ident: attributeOf(item, 'ident') ?? String(at + 1),
    title: attributeOf(item, 'title')?.slice(0, LONGEST_TITLE),
    text: within(name, textBelow(presentation, isAnswer), LONGEST_TEXT),
    responses,
    rules,
    initialScore: numberIn(decvar && attributeOf(decvar, 'defaultval')) ?? 0,
  };
  const isByHand = responses.some(({ kind }) => kind === 'essay');
  const said =
    numberIn(decvar && attributeOf(decvar, 'maxvalue')) ?? metadataNumber(item, 'qmd_maximumscore');
  const minScore = numberIn(decvar && attributeOf(decvar, 'minvalue')) ?? 0;
  const maxScore = said ?? (isByHand ? USUAL_ESSAY_SCORE : bestScore(partial));
  if (maxScore < minScore) throw new RuleBroken(ELEMENT, `${name} has a maxvalue below its minvalue`);
  return { ...partial, minScore, maxScore };
}

const ASKS = /^response_(lid|str|num|xy|grp|na|extension)$/;

function responseElements(presentation: XmlElement, name: string): XmlElement[] {
  return presentation.children.flatMap((child) => {
    const form = ASKS.exec(child.name)?.[1];
    if (form === undefined) return responseElements(child, name);
    if (form === 'lid' || form === 'str' || form === 'num') return [child];
    throw new RuleBroken(
      ELEMENT,
      `${name} asks by ${child.name}; choices and texts are what can be answered`,
    );
  });
}

/** What stands inside of an answer is no part of the question. */
function isAnswer({ name }: XmlElement): boolean {
  return name === 'response_label';
}

interface AboutItem {
  readonly name: string;
  readonly typed: string;
  /** Whether the test says what is right. */
  readonly isScored: boolean;
}

function responseOf(element: XmlElement, { name, typed, isScored }: AboutItem): QuestionResponse {
  const ident = attributeOf(element, 'ident') ?? 'RESPONSE';
  const choices = allBelow(element, 'render_choice').flatMap((choice) => allBelow(choice, 'response_label'));
  if (choices.length > 0) {
    if (choices.length > MOST_CHOICES)
      throw new RuleBroken(ELEMENT, `${name} may have ${MOST_CHOICES} choices`);
    const isMany = attributeOf(element, 'rcardinality')?.toLowerCase() === 'multiple';
    return {
      ident,
      kind: isMany ? 'many' : 'one',
      choices: choices.map((choice, at) => ({
        ident: attributeOf(choice, 'ident') ?? String(at + 1),
        text: within(name, textBelow(choice), LONGEST_TEXT),
      })),
    };
  }
  const fib = firstBelow(element, 'render_fib');
  if (!fib)
    throw new RuleBroken(ELEMENT, `${name} has a ${element.name} without choices and without render_fib`);
  const isLong =
    attributeOf(fib, 'prompt')?.toLowerCase() === 'box' || Number(attributeOf(fib, 'rows') ?? 1) > 1;
  const isEssay = /essay/i.test(typed) || !isScored;
  return { ident, kind: isEssay || (isLong && !isScored) ? 'essay' : 'text', choices: [] };
}

/** What the item says that it is: `qmd_itemtype`, or a field of that name. */
function itemType(item: XmlElement): string {
  const said = firstBelow(item, 'qmd_itemtype')?.text ?? '';
  return said || (metadataField(item, /itemtype|question_type/i) ?? '');
}

function metadataNumber(item: XmlElement, name: string): number | undefined {
  return numberIn(firstBelow(item, name)?.text ?? metadataField(item, new RegExp(`^${name}$`, 'i')));
}

function metadataField(item: XmlElement, label: RegExp): string | undefined {
  const field = allBelow(item, 'qtimetadatafield').find((one) =>
    label.test(childNamed(one, 'fieldlabel')?.text ?? ''),
  );
  return field && childrenNamed(field, 'fieldentry')[0]?.text;
}

function within(what: string, text: string, most: number): string {
  if (text.length > most) throw new RuleBroken(ELEMENT, `the text of ${what} may have ${most} characters`);
  return text;
}
