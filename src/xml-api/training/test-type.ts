/** Tests in requests and answers: their words, how they are shown, and their questions. */
import { DELIVERIES, LIBRARIES, TEST_STATUSES, type TestContent, type TestSource } from '../../exams/test.ts';
import { RuleBroken } from '../../refusal.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  type ForeignXml,
  foreign,
  group,
  integer,
  long,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { qti, qtiasi, train } from '../types/namespaces.ts';

export const shareType = enumeration(train, 'shareType', LIBRARIES);
export const testDeliveryType = enumeration(train, 'testDeliveryType', DELIVERIES);
export const testStatusType = enumeration(train, 'testStatusType', TEST_STATUSES);

export const scheduledTestInstanceType = extension(train, 'scheduledTestInstanceType', bodyContentType, {
  testID: integer(),
  title: text(),
  delivery: testDeliveryType,
  status: testStatusType,
  dueDate: optional(text()),
  sessionKey: long(),
});

/** The same in the answer about its session. */
export const scheduledTestType = complex(train, 'scheduledTestType', {
  testID: integer(),
  title: text(),
  delivery: testDeliveryType,
  status: testStatusType,
  dueDate: optional(text()),
});

/** One of both, and it is true. */
export const displayType = group({ allOnePage: optional(bool()), onePerPage: optional(bool()) });

/** @throws RuleBroken when both or none are true */
export function displayAsked({
  allOnePage,
  onePerPage,
}: ValueOf<typeof displayType>): TestContent['display'] {
  if ((allOnePage === true) === (onePerPage === true)) {
    throw new RuleBroken('display', 'must be either allOnePage or onePerPage');
  }
  return onePerPage ? 'onePerPage' : 'allOnePage';
}

/** What a sample request uploads, and the demo has. */
export const SAMPLE_TEST = `<assessment xmlns="${qtiasi.uri}" ident="1" title="Cables and ports">
  <section ident="S1">
    <item ident="I1">
      <presentation>
        <flow>
          <material><mattext>Which port does TLS on the web use?</mattext></material>
          <response_lid ident="R1" rcardinality="Single">
            <render_choice>
              <response_label ident="A"><flow_mat><material><mattext>80</mattext></material></flow_mat></response_label>
              <response_label ident="B"><flow_mat><material><mattext>443</mattext></material></flow_mat></response_label>
            </render_choice>
          </response_lid>
        </flow>
      </presentation>
      <resprocessing>
        <outcomes><decvar vartype="Integer" minvalue="0" maxvalue="10"/></outcomes>
        <respcondition>
          <conditionvar><varequal respident="R1">B</varequal></conditionvar>
          <setvar action="Set">10</setvar>
        </respcondition>
      </resprocessing>
    </item>
  </section>
</assessment>`;

export const questestinterop = foreign({ sample: SAMPLE_TEST });

const KNOWN = new Map([qti, qtiasi, train].map(({ prefix, uri }) => [`xmlns:${prefix}`, uri]));

/** Clients use the interface's prefixes without declaring them. */
export function sourceOf({ attributes, content }: ForeignXml): TestSource {
  const bound = Object.entries(attributes).map(([name, value]) => [
    name,
    value.startsWith('urn:undeclared:') ? (KNOWN.get(name) ?? value) : value,
  ]);
  return { attributes: Object.fromEntries(bound), content };
}
