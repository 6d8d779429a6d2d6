import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type QuestionAnswer,
  rightAnswers,
  scoreOf,
  type TestQuestion,
} from '../../../src/exams/question.ts';
import { RuleBroken } from '../../../src/refusal.ts';
import { readTest } from '../../../src/xml-api/training/qti/read-test.ts';

/** Questions, choices, right answers and points, as they are read from QTI 1.2. */

const choice = (ident: string, text: string) =>
  `<response_label ident="${ident}"><material><mattext>${text}</mattext></material></response_label>`;
const lid = (cardinality: string, ...choices: readonly string[]) =>
  `<response_lid ident="R" rcardinality="${cardinality}"><render_choice>${choices.join('')}</render_choice></response_lid>`;
const fib = (attributes = '', ident = 'R') =>
  `<response_str ident="${ident}"><render_fib ${attributes}><response_label ident="F"/></render_fib></response_str>`;
const equal = (value: string, more = '') => `<varequal respident="R" ${more}>${value}</varequal>`;
const rule = (condition: string, points: string, attributes = '', action = 'Set') =>
  `<respcondition ${attributes}><conditionvar>${condition}</conditionvar>` +
  `<setvar action="${action}" varname="SCORE">${points}</setvar></respcondition>`;
const item = (asked: string, rules = '', decvar = '<decvar/>', more = '') =>
  `<item ident="I" title="One"><presentation><flow><material><mattext>What?</mattext></material>${asked}</flow></presentation>` +
  `<resprocessing><outcomes>${decvar}</outcomes>${rules}</resprocessing>${more}</item>`;
const read = (...items: readonly string[]) =>
  readTest({
    attributes: {},
    content: `<assessment ident="A" title="A &amp; B"><qticomment>About it</qticomment><section ident="S">${items.join('')}</section></assessment>`,
  });
const question = (...given: Parameters<typeof item>): TestQuestion => {
  const [first] = read(item(...given)).questions;
  assert.ok(first);
  return first;
};
const worth = (one: TestQuestion, ...answers: readonly (readonly string[])[]) =>
  answers.map((R) => scoreOf(one, { R } satisfies QuestionAnswer));

const ABC = [choice('A', 'Ant'), choice('B', 'Bee'), choice('C', 'Cat')];

describe('A test in QTI', () => {
  test('has a title, a description and its questions', () => {
    const { title, description, questions } = read(item(lid('Single', ...ABC)), item(fib()));
    assert.deepEqual([title, description, questions.length], ['A & B', 'About it', 2]);
    assert.equal(questions[0]?.text, 'What?');
    assert.deepEqual(questions[0]?.responses, [
      {
        ident: 'R',
        kind: 'one',
        choices: [
          { ident: 'A', text: 'Ant' },
          { ident: 'B', text: 'Bee' },
          { ident: 'C', text: 'Cat' },
        ],
      },
    ]);
  });

  test('has choices with their text as it stands', () => {
    const one = question(
      lid('Single', '<response_label ident="A"> Ant </response_label>', choice('B', 'Bee')),
    );
    assert.deepEqual(
      one.responses[0]?.choices.map(({ text }) => text),
      ['Ant', 'Bee'],
    );
  });

  test('asks for one choice, true and false among them', () => {
    const one = question(lid('Single', choice('T', 'True'), choice('F', 'False')), rule(equal('T'), '5'));
    assert.deepEqual(worth(one, ['T'], ['F'], []), [5, 0, 0]);
    assert.equal(one.maxScore, 5);
    assert.deepEqual(rightAnswers(one), { R: ['T'] });
  });

  test('asks for several choices, all of them or each for itself', () => {
    const all = question(
      lid('Multiple', ...ABC),
      rule(`<and>${equal('A')}${equal('B')}<not>${equal('C')}</not></and>`, '4'),
    );
    assert.equal(all.responses[0]?.kind, 'many');
    assert.deepEqual(worth(all, ['A', 'B'], ['B', 'A'], ['A'], ['A', 'B', 'C']), [4, 4, 0, 0]);
    assert.deepEqual(rightAnswers(all), { R: ['A', 'B'] });
    assert.equal(all.maxScore, 4);
    const each = question(
      lid('Multiple', ...ABC),
      rule(equal('A'), '1', 'continue="Yes"', 'Add') +
        rule(equal('B'), '2', 'continue="Yes"', 'Add') +
        rule(equal('C'), '1', 'continue="Yes"', 'Subtract'),
    );
    assert.deepEqual(worth(each, ['A'], ['A', 'B'], ['A', 'B', 'C'], ['C']), [1, 3, 2, 0]);
    assert.equal(each.maxScore, 3);
  });

  test('asks for a word, in any case unless it says otherwise', () => {
    const any = question(fib(), rule(`<or>${equal('TLS')}${equal('transport layer  security')}</or>`, '2'));
    assert.equal(any.responses[0]?.kind, 'text');
    assert.deepEqual(worth(any, ['tls '], ['Transport Layer Security'], ['ssl']), [2, 2, 0]);
    const exact = question(fib(), rule(equal('TLS', 'case="Yes"'), '2'));
    assert.deepEqual(worth(exact, ['TLS'], ['tls']), [2, 0]);
    const part = question(fib(), rule('<varsubstring respident="R">layer</varsubstring>', '1'));
    assert.deepEqual(worth(part, ['Transport Layer'], ['Lay']), [1, 0]);
  });

  test('asks for an essay, which a person scores', () => {
    const essay = question(fib('rows="10" prompt="Box"'), '', '<decvar varname="SCORE" maxvalue="20"/>');
    assert.deepEqual([essay.responses[0]?.kind, essay.maxScore], ['essay', 20]);
    assert.equal(question(fib()).maxScore, 10);
    const typed = '<itemmetadata><qmd_itemtype>Essay</qmd_itemtype></itemmetadata>';
    assert.equal(question(fib(), rule('<other/>', '0'), '<decvar/>', typed).responses[0]?.kind, 'essay');
  });

  test('keeps within the bounds of a question, and stops at the first rule that counts', () => {
    const one = question(
      lid('Single', ...ABC),
      rule(equal('A'), '50') + rule('<other/>', '-50'),
      '<decvar varname="SCORE" minvalue="-1" maxvalue="3" defaultval="1"/>',
    );
    assert.deepEqual(worth(one, ['A'], ['B']), [3, -1]);
    const silent = question(lid('Single', ...ABC), rule('<unanswered respident="R"/>', '-2'));
    assert.deepEqual(worth(silent, [], ['A']), [0, 0]);
  });

  test('is shown as text, whatever markup it has', () => {
    const html =
      '<material><mattext texttype="text/html">&lt;p&gt;5 &amp;lt; 6&lt;br/&gt;&lt;script&gt;x&lt;/script&gt;&lt;/p&gt;</mattext><matimage label="A map" uri="https://elsewhere.example/map.png"/></material>';
    const { text } = question(html + fib());
    assert.equal(text, 'What?\n\n5 < 6\nx\n\n[A map]');
  });

  test('is read with any prefixes', () => {
    const { questions } = readTest({
      attributes: { 'xmlns:q': 'urn:q' },
      content:
        '<q:item><q:presentation><q:material><q:mattext>Hm?</q:mattext></q:material>' +
        '<q:response_lid ident="R"><q:render_choice><q:response_label ident="A"/></q:render_choice></q:response_lid></q:presentation></q:item>',
    });
    assert.deepEqual(questions[0]?.responses[0]?.choices, [{ ident: 'A', text: '' }]);
  });

  for (const [what, content, says] of [
    ['without questions', '<assessment title="A"/>', /has no item/],
    ['that asks for nothing', '<item><presentation/></item>', /item 1 asks for nothing/],
    ['without a presentation', '<item/>', /item 1 has no presentation/],
    ['that asks where to click', '<item><presentation><response_xy/></presentation></item>', /response_xy/],
    [
      'with a response of no form',
      '<item><presentation><response_str ident="R"/></presentation></item>',
      /without render_fib/,
    ],
    [
      'with two responses of one ident',
      `<item><presentation>${fib()}${fib()}</presentation></item>`,
      /two responses of one ident/,
    ],
    ['with too many questions', '<item/>'.repeat(501), /may have 500 items/],
    [
      'with an endless text',
      item(`<material><mattext>${'x'.repeat(30_000)}</mattext></material>${fib()}`),
      /characters/,
    ],
  ] as const) {
    test(`${what} is refused`, () => {
      assert.throws(
        () => readTest({ attributes: {}, content }),
        (error) => {
          assert.ok(error instanceof RuleBroken);
          assert.equal(error.element, 'questestinterop');
          assert.match(error.rule, says);
          return true;
        },
      );
    });
  }
});
