/** What everybody may do in the room: a switch for each rule, which is a form of one button. */
import { type RoomRule, RULES } from '../../../src/live/rules.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';

type Part = Pick<RoomView, 'room' | 'formOf'>;

export function RoomRulesPart({ room, formOf }: Part) {
  const texts = useTexts().roomPeople;
  const offered = RULES.filter((rule) => room.rules[rule] !== undefined);
  if (!formOf('ALLOW') || offered.length === 0) return null;
  return (
    <section className="room-rules" aria-labelledby="room-rules">
      <h3 id="room-rules">{texts.everyone}</h3>
      {offered.map((rule) => (
        <Rule key={rule} rule={rule} room={room} formOf={formOf} />
      ))}
    </section>
  );
}

function Rule({ rule, room, formOf }: Part & { readonly rule: RoomRule }) {
  const texts = useTexts().roomPeople;
  const isOn = room.rules[rule] === true;
  const form = formOf(isOn ? 'FORBID' : 'ALLOW');
  if (!form) return null;
  return (
    <PostForm form={form} fields={{ RULE: rule }} quiet>
      <button type="submit" role="switch" aria-checked={isOn} className="rule">
        {texts.rules[rule]}
        <span className="knob" aria-hidden="true" />
      </button>
    </PostForm>
  );
}
