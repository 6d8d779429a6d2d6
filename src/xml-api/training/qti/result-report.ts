/** What somebody has answered, in the words of QTI's results reporting (training_ims_qtiresv1p2.xsd). */
import { answerTo, marked, type TestAttempt } from '../../../exams/attempt.ts';
import { type QuestionResponse, rightAnswers, type TestQuestion } from '../../../exams/question.ts';
import type { ScheduledTest } from '../../../exams/scheduled-test.ts';
import { attribute, complex, int, integer, many, optional, text, type ValueOf } from '../../../xml/schema.ts';
import { qti } from '../../types/namespaces.ts';

const metadataType = (of: string) =>
  complex(qti, `asi_metadata_${of}Type`, {
    asi_metadatafield: complex(qti, `asi_metadatafield_${of}Type`, {
      field_name: text(),
      field_value: text(),
    }),
  });

const responseType = complex(qti, 'responseType', {
  ident_ref: attribute(text()),
  response_form: complex(qti, 'response_formType', {
    cardinality: attribute(text()),
    response_type: attribute(text()),
    render_type: attribute(text()),
    correct_response: many(text(), { min: 1 }),
  }),
  response_value: many(text(), { min: 1 }),
});

const scoreFields = {
  varname: attribute(text()),
  vartype: attribute(text()),
};

const itemResultType = complex(qti, 'item_resultType', {
  asi_metadata: optional(metadataType('item_result')),
  response: many(responseType, { min: 1 }),
  outcomes: complex(qti, 'outcomes_item_resultType', {
    score: complex(qti, 'score_item_result_outcomesType', {
      ...scoreFields,
      score_value: integer(),
      score_interpretation: text(),
      score_min: integer(),
      score_max: integer(),
    }),
  }),
});

const assessmentResultType = complex(qti, 'assessment_resultType', {
  asi_title: attribute(text()),
  ident_ref: attribute(integer()),
  asi_description: optional(text()),
  date: complex(qti, 'dateType', { type_label: text(), datetime: text() }),
  duration: text(),
  outcomes: complex(qti, 'outcomes_assessment_resultType', {
    score: complex(qti, 'score_assessment_result_outcomesType', {
      ...scoreFields,
      score_value: integer(),
      score_min: integer(),
      score_max: integer(),
    }),
    grade: optional(complex(qti, 'gradeType', { varname: attribute(text()), grade_value: text() })),
  }),
  num_sections: int(),
  section_result: complex(qti, 'section_resultType', { item_result: many(itemResultType, { min: 1 }) }),
});

export const resultReportType = complex(qti, 'qti_result_reportType', {
  result: complex(qti, 'resultType', {
    context: complex(qti, 'contextType', {
      name: text(),
      generic_identifier: complex(qti, 'generic_identifierType', {
        type_label: text(),
        identifier_string: text(),
      }),
    }),
    assessment_result: assessmentResultType,
  }),
});

const SCORE = { varname: 'SCORE', vartype: 'Integer' } as const;

export function resultReportValue(
  test: ScheduledTest,
  attempt: TestAttempt,
): ValueOf<typeof resultReportType> {
  const mark = marked(test, attempt);
  const submittedAt = attempt.submittedAt ?? attempt.startedAt;
  return {
    result: {
      context: {
        name: attempt.name || attempt.email,
        generic_identifier: { type_label: 'email', identifier_string: attempt.email },
      },
      assessment_result: {
        asi_title: test.title,
        ident_ref: test.testID,
        asi_description: test.description || undefined,
        date: { type_label: 'submitted', datetime: dateTime(submittedAt) },
        duration: `PT${Math.round((submittedAt - attempt.startedAt) / 1000)}S`,
        outcomes: {
          score: {
            ...SCORE,
            score_value: Math.round(mark.scores.reduce<number>((sum, one) => sum + (one ?? 0), 0)),
            score_min: Math.round(test.questions.reduce((sum, { minScore }) => sum + minScore, 0)),
            score_max: Math.round(mark.maxScore),
          },
          grade: mark.grade === undefined ? undefined : { varname: 'GRADE', grade_value: mark.grade },
        },
        num_sections: 1,
        section_result: {
          item_result: test.questions.map((question, at) =>
            itemValue(question, at, attempt, mark.scores[at]),
          ),
        },
      },
    },
  };
}

function itemValue(question: TestQuestion, at: number, attempt: TestAttempt, score: number | undefined) {
  const right = rightAnswers(question);
  const answer = answerTo(question, at, attempt);
  const comment = attempt.document.marks.find((mark) => mark.question === at)?.comment;
  return {
    asi_metadata: comment
      ? { asi_metadatafield: { field_name: 'question_comments', field_value: comment } }
      : undefined,
    response: question.responses.map((response) => ({
      ident_ref: response.ident,
      response_form: {
        ...formOf(response),
        correct_response: atLeastOne(right[response.ident] ?? []),
      },
      response_value: atLeastOne(answer[response.ident] ?? []),
    })),
    outcomes: {
      score: {
        ...SCORE,
        score_value: Math.round(score ?? 0),
        score_interpretation: score === undefined ? 'not scored yet' : '',
        score_min: Math.round(question.minScore),
        score_max: Math.round(question.maxScore),
      },
    },
  };
}

function formOf({ kind }: QuestionResponse) {
  const isChoice = kind === 'one' || kind === 'many';
  return {
    cardinality: kind === 'many' ? 'multiple' : 'single',
    response_type: isChoice ? 'lid' : 'str',
    render_type: isChoice ? 'choice' : 'fib',
  };
}

function atLeastOne(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [''] : values;
}

/** ISO 8601, in GMT. */
function dateTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
