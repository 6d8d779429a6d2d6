import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RuleBroken } from '../../../src/refusal.ts';
import {
  type ApprovalRule,
  checkRules,
  decisionOf,
} from '../../../src/sessions/enrollment/approval-rules.ts';
import {
  askedQuestions,
  EMPTY_FORM,
  type EnrollmentQuestion,
  STANDARD_FIELD_IDS,
  settledForm,
} from '../../../src/sessions/enrollment/enrollment-form.ts';
import { webAddress } from '../../../src/text-rules.ts';

const question = (more: Partial<EnrollmentQuestion> = {}): EnrollmentQuestion => ({
  fieldID: 0,
  kind: 'text',
  label: 'Why?',
  incl: true,
  req: false,
  choices: [],
  ...more,
});
const choices = ['Yes', 'No'].map((label) => ({ label, score: 0 }));
const refusedFor = (element: string) => (error: unknown) =>
  error instanceof RuleBroken && error.element === element;

describe('the enrollment form', () => {
  test('numbers questions that are new, and gives no number twice', () => {
    const first = settledForm({ ...EMPTY_FORM, questions: [question(), question({ label: 'How?' })] });
    assert.deepEqual(
      first.questions.map(({ fieldID }) => fieldID),
      [1, 2],
    );
    const [, kept] = first.questions;
    assert.ok(kept);
    const second = settledForm({ ...first, questions: [question({ label: 'When?' }), kept] });
    assert.deepEqual(
      second.questions.map(({ fieldID }) => fieldID),
      [3, 2],
    );
    assert.equal(second.lastFieldID, 3);
  });

  test('refuses numbers that the event has not given, and one that stands twice', () => {
    for (const fieldIDs of [[7], [-3], [1, 1]]) {
      const questions = fieldIDs.map((fieldID) => question({ fieldID }));
      assert.throws(() => settledForm({ ...EMPTY_FORM, lastFieldID: 2, questions }), refusedFor('fieldID'));
    }
  });

  test('names the element and the rule that a question breaks', () => {
    for (const [element, more] of [
      ['label', { label: '  ' }],
      ['label', { label: 'x'.repeat(257) }],
      ['checkBox', { kind: 'checkboxes' }],
      ['choice', { kind: 'radio', choices: choices.slice(1) }],
      ['label', { kind: 'dropdown', choices: [...choices, { label: '', score: 0 }] }],
      ['score', { kind: 'dropdown', choices: [...choices, { label: 'A', score: 1e7 }] }],
      ['defaultChoice', { kind: 'radio', choices, defaultChoice: 3 }],
    ] as const) {
      assert.throws(
        () => settledForm({ ...EMPTY_FORM, questions: [question(more)] }),
        refusedFor(element),
        JSON.stringify(more).slice(0, 80),
      );
    }
  });

  test('is asked by the index of its questions', () => {
    const questions = [
      question({ label: 'c', index: 3 }),
      question({ label: 'a', index: 1 }),
      question({ label: 'gone', incl: false }),
      question({ label: 'b', index: 2 }),
    ];
    assert.deepEqual(
      askedQuestions({ ...EMPTY_FORM, questions }).map(({ label }) => label),
      ['a', 'b', 'c'],
    );
  });
});

describe('approval rules', () => {
  const rule = (more: Partial<ApprovalRule>): ApprovalRule => ({
    enrollFieldID: STANDARD_FIELD_IDS.company,
    condition: 'CONTAINS',
    queryField: 'Rival',
    action: 'REJECT',
    ...more,
  });
  const company = (text: string) => (fieldID: number) =>
    fieldID === STANDARD_FIELD_IDS.company ? [text] : [];

  test('hold by their condition, in any case unless they match it', () => {
    for (const [condition, text, matchCase, holds] of [
      ['CONTAINS', 'A RIVAL Ltd', false, true],
      ['CONTAINS', 'A RIVAL Ltd', true, false],
      ['DOESNOT_CONTAIN', 'Friends', false, true],
      ['DOESNOT_CONTAIN', 'rivals', false, false],
      ['DOESNOT_CONTAIN', '', false, true],
      ['BEGINS_WITH', '  rival & sons', false, true],
      ['BEGINS_WITH', 'A rival', false, false],
      ['ENDS_WITH', 'Your Rival', true, true],
      ['ENDS_WITH', 'Rivals', false, false],
    ] as const) {
      const decision = decisionOf([rule({ condition, matchCase })], company(text));
      assert.equal(decision, holds ? 'REJECT' : undefined, `${text} ${condition}`);
    }
  });

  test('are tried in their order: the first that holds decides', () => {
    const rules = [rule({ queryField: 'Rival Friends', action: 'APPROVE' }), rule({})];
    assert.equal(decisionOf(rules, company('Rival Friends')), 'APPROVE');
    assert.equal(decisionOf(rules, company('Rival')), 'REJECT');
    assert.equal(decisionOf(rules, company('Others')), undefined);
  });

  test('look at every answer of somebody who chose several', () => {
    const answers = () => ['Yes', 'Rivals'];
    assert.equal(decisionOf([rule({})], answers), 'REJECT');
    assert.equal(decisionOf([rule({ condition: 'DOESNOT_CONTAIN' })], answers), undefined);
  });

  test('are refused when their field is unknown, or they look for nothing', () => {
    const form = settledForm({ ...EMPTY_FORM, questions: [question()] });
    checkRules([rule({ enrollFieldID: 1 }), rule({ enrollFieldID: -13 })], form);
    assert.throws(() => checkRules([rule({ enrollFieldID: 2 })], form), refusedFor('enrollFieldID'));
    assert.throws(() => checkRules([rule({ enrollFieldID: -99 })], form), refusedFor('enrollFieldID'));
    assert.throws(() => checkRules([rule({ queryField: '' })], form), refusedFor('queryField'));
  });
});

test('an address of the web is http or https, with or without saying so', () => {
  assert.equal(webAddress('www.example.com'), 'http://www.example.com/');
  assert.equal(webAddress('www.example.com:8080/a?b=c'), 'http://www.example.com:8080/a?b=c');
  assert.equal(webAddress(' https://example.com/x '), 'https://example.com/x');
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://example.com',
    'mailto:a@example.com',
    'https://user:secret@example.com',
    'http:\\\\example.com',
    'exa mple.com',
    '',
  ]) {
    assert.equal(webAddress(address), undefined, address);
  }
});
